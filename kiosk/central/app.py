"""Puts the centre's routes together into one application."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from kiosk.central import bookings, enrolment, exchange, health, quotes
from kiosk.central.centre import Centre
from kiosk.central.docs import add_docs
from kiosk.central.door import add_refusals, schemas
from kiosk.central.settings import CentreSettings
from kiosk.store.store import Store
from kiosk.wire.messages import (
    Ack,
    BookingMade,
    BookingWanted,
    Device,
    Devices,
    Enrol,
    Enrolled,
    Enrolment,
    EnrolmentWanted,
    Health,
    Problem,
    Pulled,
    Push,
)
from kiosk.wire.quotes import Quoted, QuoteWanted, StayQuoted

MESSAGES = (
    Ack,
    BookingMade,
    BookingWanted,
    Device,
    Devices,
    Enrol,
    Enrolled,
    Enrolment,
    EnrolmentWanted,
    Health,
    Problem,
    Pulled,
    Push,
    Quoted,
    QuoteWanted,
    StayQuoted,
)
API_VERSION = "1"


def create_app(store: Store, settings: CentreSettings) -> FastAPI:
    """Make the centre's application over an open store (which the caller closes afterwards)."""
    centre = Centre(store, settings)
    app = FastAPI(title="Boomgate centre", version=API_VERSION, docs_url=None, redoc_url=None)
    add_refusals(app)
    add_docs(app, settings.web)
    for part in (health, enrolment, exchange, bookings, quotes):
        app.include_router(part.routes(centre))
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """FastAPI's document with the schemas of our own messages."""
    if app.openapi_schema is None:
        document = FastAPI.openapi(app)
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas(*MESSAGES))
        app.openapi_schema = document
    return app.openapi_schema
