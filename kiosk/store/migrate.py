"""Brings a database to this program's schema, and refuses what it must not touch.

A SQLite file is examined before it is used and copied before it is changed. Nothing is ever
replaced or repaired here: what is newer, foreign or damaged stays as it is, and the message says
what to do.
Sources: design/trust.md rules 4 and 6, reliability.md 4.3.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from kiosk.store.engine import BUSY_SECONDS, database_url, file_of, open_engines
from kiosk.store.trouble import StoreTrouble

HEAD = "0005"
"""The revision this program is written for (a test compares it with the migrations)."""

APPLICATION_ID = 0x424D4754
"""Marks a SQLite file as ours ("BMGT"); set by the migrations."""

KNOWN = ("0001", "0002", "0003", "0004", HEAD)
"""Every revision this program can upgrade from."""

_QUICK_CHECK_BYTES = 32 * 1024 * 1024
"""Up to this size a file is checked at every start; a larger one only after an unclean end."""

_RESTORE = (
    "The file was kept as it is. Copy it away for salvage, then restore a backup or start with a "
    "new file and a higher epoch."
)


def current(where: str | Path) -> str | None:
    """The revision a database has; None for an empty one. Raises `StoreTrouble`."""
    engines = open_engines(database_url(where))
    try:
        with engines.writer.connect() as connection:
            return _revision(connection)
    except (SQLAlchemyError, UnicodeDecodeError) as trouble:
        raise _unreachable(database_url(where), trouble) from trouble
    finally:
        engines.dispose()


def check(where: str | Path) -> None:
    """Make sure that this program may work with a database as it is."""
    url = database_url(where)
    path = file_of(url)
    if path is not None:
        if not path.exists():
            raise StoreTrouble(f"There is no database at {path}.", "Check the path.")
        examine(path)
    revision = current(where)
    _refuse_newer(url, revision)
    if revision != HEAD:
        raise StoreTrouble(
            f"{_name(url)} has schema {revision or 'none'}, this program wants {HEAD}.",
            "Run: kiosk migrate",
        )


def upgrade(where: str | Path, *, create: bool = True) -> None:
    """Bring a database to `HEAD`; a file is copied first. Raises `StoreTrouble`."""
    url = database_url(where)
    path = file_of(url)
    is_new = path is not None and not path.exists()
    if path is not None and is_new:
        if not create:
            raise StoreTrouble(f"There is no database at {path}.", "Check the path.")
        path.parent.mkdir(parents=True, exist_ok=True)
    elif path is not None:
        examine(path)
    revision = current(where)
    if revision == HEAD:
        return
    _refuse_newer(url, revision)
    if path is not None and not is_new:
        back_up(path, path.with_name(f"{path.name}.before-{HEAD}"))
    _run(url)


def examine(path: Path) -> None:
    """Refuse a file that is not ours, or is damaged. Raises `StoreTrouble`; changes nothing."""
    if path.stat().st_size == 0:
        raise StoreTrouble(f"{path} is empty: its content was lost.", _RESTORE)
    unclean = path.with_name(f"{path.name}-wal").exists()
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if application != APPLICATION_ID and tables:
                raise StoreTrouble(f"{path} belongs to another program.", "Check the path.")
            if unclean or path.stat().st_size <= _QUICK_CHECK_BYTES:
                (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                if verdict != "ok":
                    raise StoreTrouble(f"{path} is damaged ({verdict}).", _RESTORE)
    except sqlite3.OperationalError as trouble:
        raise StoreTrouble(f"{path} cannot be opened ({trouble}).", "Check its owner.") from trouble
    except (sqlite3.DatabaseError, UnicodeDecodeError) as trouble:  # a name, or SQLite's own words
        raise StoreTrouble(f"{path} is damaged ({trouble}).", _RESTORE) from trouble


def back_up(path: Path, copy: Path) -> None:
    """Copy a live SQLite file to `copy`, whole and consistent, under its name only once whole."""
    partial = copy.with_name(f"{copy.name}.part")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as target:
        source.backup(target)
    partial.replace(copy)


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if tables:
            raise StoreTrouble(
                f"{_name(connection.engine.url)} holds tables of another program.",
                "Give Boomgate a database of its own.",
            )
        return None
    revision: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar_one_or_none()
    return revision


def _refuse_newer(url: URL, revision: str | None) -> None:
    if revision is not None and revision not in KNOWN:
        raise StoreTrouble(
            f"{_name(url)} was written by a newer program (schema {revision}).",
            "Install that version, or restore a copy made before it.",
        )


def _run(url: URL) -> None:
    """All migrations in one transaction: the database is old or new, never between."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_scripts()))
    engines = open_engines(url)
    try:
        with engines.writer.begin() as connection:
            if engines.shared:  # two servers may start at once
                connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as trouble:
        raise _unreachable(url, trouble) from trouble
    finally:
        engines.dispose()


def _scripts() -> Path:
    """The migrations: beside the package in a checkout, inside it where it is installed."""
    package = Path(__file__).resolve().parent.parent
    places = (package.parent / "migrations", package / "migrations")
    return next(place for place in places if (place / "env.py").exists())


def _unreachable(url: URL, trouble: Exception) -> StoreTrouble:
    words = str(getattr(trouble, "orig", trouble)).strip()
    return StoreTrouble(f"{_name(url)} cannot be used: {words}.", "Check its address and rights.")


def _name(url: URL) -> str:
    """The database in a message: a file's path, or an address without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else str(url)
