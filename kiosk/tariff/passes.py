"""The price of a stay that began on a pass: what the pass covers, and what is left to pay."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.money import Money
from kiosk.domain.passes import Pass, PassKind, uncovered_from
from kiosk.domain.quote import Line, Quote
from kiosk.domain.wording import Text
from kiosk.tariff.tariff import Tariff
from kiosk.tariff.visit import Visit


def price_on_pass(tariff: Tariff, visit: Visit, pass_: Pass) -> Quote:
    """The tariff says what a pass covers where it has a rate for its group, else all of its time.

    Where a pass ran out on the way, the rest is priced from then on, by the rate of the entry: when
    the car came in is when it came in, whoever paid until then.

    Raises what `Tariff.price` does.
    """
    pays_from = uncovered_from(pass_, visit.entered_at, visit.left_at)
    if pass_.kind is not PassKind.VALUE and pays_from != visit.entered_at:
        valid = (pass_.valid_from, pass_.valid_until)
        shown = replace(visit, pass_group=pass_.group_id, pass_valid=valid)
        if tariff.covers(shown):
            return tariff.price(shown)
    covered = Line(Text("Covered by a pass"), Money(0, tariff.currency))
    if pays_from is None:
        return Quote((covered,), tariff.currency)
    rest = tariff.price_by(tariff.rate_for(visit), replace(visit, entered_at=pays_from))
    if pays_from == visit.entered_at:
        return rest
    return Quote((covered, *rest.lines), rest.currency, rest.taxes)
