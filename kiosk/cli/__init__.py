"""The command line: one subcommand per module, each importing what it needs when it runs."""

from __future__ import annotations

import typer

from kiosk.cli import booth, centre, day, demo, doctor, journal, migrate, quote

app = typer.Typer(
    name="kiosk",
    help="Boomgate, the open-source parking booth.\n\n"
    "Start with [bold]demo[/bold] to drive a car through a simulated garage, [bold]booth[/bold] to "
    "run a real site, [bold]centre[/bold] for the server that booths report to, and "
    "[bold]doctor[/bold] when something is missing on this machine.",
    rich_markup_mode="rich",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(demo.demo)
app.command()(booth.booth)
app.command()(centre.centre)
app.command()(day.day)
app.command()(quote.quote)
app.command()(migrate.migrate)
app.add_typer(journal.app, name="journal")
app.command()(doctor.doctor)


def main() -> None:
    """Run the command line."""
    app()
