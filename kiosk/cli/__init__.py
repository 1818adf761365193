"""The command line: one subcommand per module, each importing what it needs when it runs."""

from __future__ import annotations

import click

from kiosk.cli import booth, centre, day, demo, doctor, export, journal, migrate, quote, tariff


@click.group(name="kiosk", context_settings={"help_option_names": ["-h", "--help"]})
def app() -> None:
    """Boomgate, the open-source parking booth.

    Start with `demo` to drive a car through a simulated garage, `booth` to run a real site,
    `centre` for the server that booths report to, and `doctor` when something is missing on
    this machine.
    """


for command in (
    demo.demo,
    booth.booth,
    centre.centre,
    day.day,
    quote.quote,
    migrate.migrate,
    journal.app,
    export.export,
    tariff.app,
    doctor.doctor,
):
    app.add_command(command)


def main() -> None:
    """Run the command line."""
    app()
