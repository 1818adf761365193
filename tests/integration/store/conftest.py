"""The same store on both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store.store import Store
from tests.support.stores import open_store


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with our schema, or the path where a file will be."""
    if request.param == "sqlite":
        return str(tmp_path / "booth.db")
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """A booth's empty store."""
    store = open_store(database)
    yield store
    store.close()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    store = open_store(tmp_path / "booth.db")
    yield store
    store.close()
