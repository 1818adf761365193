"""Machine words on papers in people's words; one nobody has worded yet is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.domain.money import Money
from kiosk.domain.passes import PassKind
from kiosk.domain.payment import Method
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.domain.wording import Text

METHODS: Mapping[str, Text] = MappingProxyType(
    {
        Method.CASH: Text("Cash"),
        Method.CARD: Text("Card"),
        Method.WALLET: Text("Stored money"),
        Method.UPI: Text("UPI"),
        Method.VOUCHER: Text("Change voucher"),
    }
)
CASH_CAUSES: Mapping[str, Text] = MappingProxyType(
    {
        "float": Text("Float"),
        "sale": Text("Cash sales"),
        "refund": Text("Cash refunds"),
        "drop": Text("Drops"),
        "paid_in": Text("Paid in"),
        "paid_out": Text("Paid out"),
        "change_voucher": Text("Change vouchers paid out"),
    }
)
PASS_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        PassKind.SEASON: Text("Season pass"),
        PassKind.MULTI_ENTRY: Text("Multi-entry pass"),
        PassKind.VALUE: Text("Value pass"),
    }
)
PASS_SALES: Mapping[str, Text] = MappingProxyType(
    {
        "sale": Text("Pass sold"),
        "renewal": Text("Pass renewed"),
        "top_up": Text("Pass topped up"),
    }
)
PROMISES: Mapping[str, Text] = MappingProxyType(
    {
        "debt_issued": Text("Released owing"),
        "debt_settled": Text("Debts paid"),
        "debt_forgiven": Text("Debts forgiven"),
        "change_voucher_issued": Text("Change vouchers issued"),
        "change_voucher_redeemed": Text("Change vouchers redeemed"),
    }
)
CORRECTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "refund": Text("Refund"),
        "void": Text("Payment voided"),
        "orphan": Text("Payment taken by mistake"),
    }
)
EXCEPTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "payment.owed": Text("Released owing"),
        "payment.owed.nil_exit": Text("Exits without payment"),
        "payment.owed.iou": Text("Released with a debt slip"),
        "payment.owed.released": Text("Released while out of order"),
        "payment.owed.tailgated": Text("Followed another car out"),
        "payment.unknown": Text("Payments without an outcome"),
        "payment.orphaned": Text("Money that came too late"),
        "payment.settled_by_word": Text("Payments settled by word"),
        "payment.fee_adjusted": Text("Prices changed by hand"),
        "payment.refund_started": Text("Refunds"),
        "payment.refund_failed": Text("Refunds that failed"),
        "payment.refund_unknown": Text("Refunds without an outcome"),
        "payment.debt_settled": Text("Debts paid or forgiven"),
        "session.fee_fixed": Text("Lost tickets"),
        "session.entry_time_proven": Text("Entry times proven"),
        "session.flagged": Text("Stays to look at"),
        "session.ended": Text("Exits that nobody saw"),
        "session.backed_out": Text("Backed out late"),
        "session.exit_abandoned": Text("Exits given up late"),
        "ticket.voided": Text("Tickets voided"),
        "ticket.blocked": Text("Tickets blocked"),
        "ticket.replaced": Text("Tickets replaced"),
        "lane.manual_opened": Text("Opened by hand"),
        "lane.keep_open_set": Text("Kept open"),
        "lane.mode_set": Text("Lane mode changed"),
        "lane.presence_forced": Text("Car reported by hand"),
        "lane.reset": Text("Lane reset"),
        "lane.tailgate_detected": Text("Tailgating"),
        "lane.tailgate_accepted": Text("Tailgating accepted"),
        "lane.passage_unauthorised": Text("Drove through without permission"),
        "lane.wrong_way_detected": Text("Wrong way"),
        "lane.barrier_failed": Text("Boom failures"),
        "lane.boom_up_at_start": Text("Boom up at the start"),
        "lane.out_of_service": Text("Lanes out of service"),
        "lane.evacuation_started": Text("Evacuations"),
        "pass.used": Text("Passes let in against a rule"),
        "pass.blocked": Text("Passes blocked"),
        "pass.moved": Text("Passes moved by hand"),
        "pass.neutralised": Text("Passes made neutral"),
        "pass.resync_proposed": Text("A gate stood open: where are the passes?"),
        "validation.withdrawn": Text("Validations withdrawn"),
        "shift.drawer_opened": Text("Drawer opened without a sale"),
        "shift.drawer_counted": Text("Drawer over or short"),
        "shift.cash_moved": Text("Cash paid in or out"),
        "staff.sign_on_refused": Text("Sign-on locked"),
        "staff.pin_set": Text("Sign-on unlocked"),
        "system.clock_stepped": Text("Clock changed"),
        "system.occupancy_adjusted": Text("Occupancy set by hand"),
        "system.sync_alarm_raised": Text("Centre disagrees"),
        "not_applied": Text("Facts that do not fit"),
    }
)
"""By the kind of the fact; `payment.owed` also by its cause, for whoever counts those apart."""

_BENEFITS: Mapping[BenefitKind, Text] = MappingProxyType(
    {
        BenefitKind.TIME: Text("{value} min free"),
        BenefitKind.AMOUNT: Text("{amount} off"),
        BenefitKind.PERCENT: Text("{value} % off"),
        BenefitKind.FULL: Text("Free parking"),
        BenefitKind.RATE: Text("Special rate: {rate}"),
    }
)


def worded(words: Mapping[str, Text], word: str) -> Text:
    """A machine word's sentence."""
    return words.get(word) or Text("{word}").with_values(word=word.replace("_", " "))


def benefit_text(benefit: Benefit, currency: str) -> Text:
    """What a validation gives, in three or four words."""
    return _BENEFITS[benefit.kind].with_values(
        value=benefit.value, amount=Money(benefit.value, currency), rate=benefit.rate
    )
