"""What can go wrong with a store, in words for the person who has to mend it."""

from __future__ import annotations


class StoreTrouble(Exception):
    """The store cannot be used, or did not take a write. `remedy` says what a person can do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".rstrip()


class Contradicted(StoreTrouble):
    """A fact breaks a rule of the ledger (a second payment, a code in use): nothing was written."""
