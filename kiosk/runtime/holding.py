"""The pass behind a scan or a typed code: till and pass desk ask here, lanes in `credentials`."""

from __future__ import annotations

from kiosk.domain.passes import Pass
from kiosk.domain.ticket import Refusal
from kiosk.runtime.site import Site
from kiosk.store.unit import Transaction
from kiosk.wire.codes import check_code
from kiosk.wire.ticket import read_payload
from kiosk.wire.vouchers import PassPaper


def pass_behind(site: Site, unit: Transaction, text: str) -> Pass | Refusal:
    """The pass as the ledger has it, or why that text is none; whether it is good is not asked."""
    paper = read_payload(text, site.keyring, site.settings.facility.id)
    if isinstance(paper, Refusal) and paper is not Refusal.UNREADABLE:
        return paper
    if not isinstance(paper, Refusal | PassPaper):
        return Refusal.NOT_ACCEPTED
    code = check_code(text) if isinstance(paper, Refusal) else paper.code
    if code is None:
        return Refusal.UNREADABLE
    return unit.passes.by_code(code) or Refusal.UNKNOWN
