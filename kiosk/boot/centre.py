"""Runs the centre: opens its database, says the first admin token once, serves until stopped."""

from __future__ import annotations

import os

from kiosk.boot.logs import complain, say, set_up_logs
from kiosk.central.app import create_app
from kiosk.central.centre import first_admin_token
from kiosk.central.server import CentreServer
from kiosk.central.settings import CentreSettings
from kiosk.runtime.clock import SystemClock
from kiosk.store.store import Store
from kiosk.store.trouble import StoreTrouble

NO_STORE, NO_PORT = 4, 6


def run_centre(db: str, host: str, port: int) -> int:
    """Run until SIGTERM or SIGINT; returns the exit code."""
    set_up_logs()
    clock = SystemClock()
    try:
        store = Store.open(db, facility_id="", origin="centre", ids=clock.new_id)
    except StoreTrouble as trouble:
        complain(trouble)
        return NO_STORE
    try:
        if token := first_admin_token(store, os.urandom):
            say(f"The admin token, shown this once: {token}")
        server = CentreServer(
            create_app(store, CentreSettings(clock=clock, chance=os.urandom)), host, port
        )
        server.run(say)
    except OSError as trouble:
        complain(f"Cannot listen on {host}:{port}: {trouble}. Another --port?")
        return NO_PORT
    finally:
        store.close()
    return 0
