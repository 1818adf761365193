"""A private PostgreSQL for the tests: its own cluster, a Unix socket only, gone afterwards.

`postgres_url` is a fresh database with our schema, `postgres_blank_url` an empty one. PostgreSQL
refuses to run as root; then its commands run as the system's `postgres` user.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

from kiosk.store.migrate import upgrade

TEMPLATE = "boomgate_template"
_SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server, and how to make databases in it."""

    sockets: Path
    names: Iterator[int]

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database and return its URL."""
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    def url(self, name: str) -> str:
        """The URL of one database."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.sockets}"

    def _dsn(self, name: str) -> str:
        return f"host={self.sockets} user=postgres dbname={name}"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """One server for all tests of this process."""
    programs = _programs()
    if programs is None:
        reason = "PostgreSQL is not installed here (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    home = Path(tempfile.mkdtemp(prefix="boomgate-pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
    data = home / "data"
    control = programs / "pg_ctl"
    try:
        _run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--no-sync", "--locale=C.UTF-8")  # fmt: skip
        _run(control, "-D", data, "-w", "-l", home / "log", "-o", f"{_SETTINGS} -k {home}", "start")
        try:
            cluster = Cluster(home, count(1))
            upgrade(cluster.create(TEMPLATE))
            yield cluster
        finally:
            _run(control, "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)


@pytest.fixture
def postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """A fresh database with our schema."""
    name = f"test_{next(postgres_cluster.names)}"
    yield postgres_cluster.create(name, TEMPLATE)
    postgres_cluster.drop(name)


@pytest.fixture
def postgres_blank_url(postgres_cluster: Cluster) -> Iterator[str]:
    """A fresh database with nothing in it."""
    name = f"test_{next(postgres_cluster.names)}"
    yield postgres_cluster.create(name)
    postgres_cluster.drop(name)


def _programs() -> Path | None:
    """Where this system keeps initdb and pg_ctl: the newest of Debian's versions, or the PATH."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _run(*command: str | Path) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    # The server inherits these: a pipe would keep us waiting for its end.
    done = subprocess.run(
        words, check=False, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{words[-1]} failed: {' '.join(words)}")
