"""The envelope around every fact, and the one list of all kinds of fact.

Journal, sync and audit carry events; the tables are projections of them. Its hash chains it to
the one before it at the same origin and epoch (`wire.facts` computes it), the body goes in as
its own digest so that personal data can be erased later without breaking the chain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from kiosk.domain.facts import (
    bookings,
    booth,
    cash,
    lanes,
    passes,
    payments,
    stays,
    validations,
)

Body = Any
"""One of the dataclasses in `KINDS`, or `Unread`."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A body this program cannot read (newer kind or version): kept and passed on, not applied."""

    kind: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who, where and when: everything about a fact that is not its body."""

    facility_id: str
    occurred_at: datetime
    monotonic_ms: int
    actor: str = "booth"
    lane_id: str | None = None
    session_id: str | None = None
    offline: bool = False
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One fact with its place in its origin's journal.

    `seq` counts from 1 without gaps in (`origin`, `epoch`); `hash` and `prev_hash` are 32 bytes.
    `data` is the body exactly as its origin wrote it: the hash covers these bytes, so they are
    kept and passed on and never made anew from `body`.
    """

    event_id: str
    origin: str
    epoch: int
    seq: int
    prev_hash: bytes
    hash: bytes
    circumstances: Circumstances
    body: Body
    version: int
    data: bytes

    @property
    def kind(self) -> str:
        """The body's name on the wire."""
        return self.body.kind if isinstance(self.body, Unread) else KIND_OF[type(self.body)]


KINDS: Mapping[str, type] = MappingProxyType(
    {
        "session.started": stays.SessionStarted,
        "session.activated": stays.SessionActivated,
        "session.backed_out": stays.SessionBackedOut,
        "session.exit_authorised": stays.ExitAuthorised,
        "session.exit_abandoned": stays.ExitAbandoned,
        "session.ended": stays.SessionEnded,
        "session.flagged": stays.SessionFlagged,
        "session.entry_time_proven": stays.EntryTimeProven,
        "session.fee_fixed": stays.FeeFixed,
        "session.demand_fixed": stays.DemandFixed,
        "session.continued": stays.StayContinued,
        "ticket.issued": stays.TicketIssued,
        "ticket.taken": stays.TicketTaken,
        "ticket.voided": stays.TicketVoided,
        "ticket.blocked": stays.TicketBlocked,
        "ticket.replaced": stays.TicketReplaced,
        "ticket.exit_pass_issued": stays.ExitPassIssued,
        "payment.started": payments.PaymentStarted,
        "payment.succeeded": payments.PaymentSucceeded,
        "payment.failed": payments.PaymentFailed,
        "payment.unknown": payments.PaymentUnknown,
        "payment.orphaned": payments.PaymentOrphaned,
        "payment.settled_by_word": payments.PaymentSettledByWord,
        "payment.receipt_issued": payments.ReceiptIssued,
        "payment.owed": payments.AmountOwed,
        "payment.fee_adjusted": payments.FeeAdjusted,
        "payment.refund_started": payments.RefundStarted,
        "payment.refunded": payments.RefundSucceeded,
        "payment.refund_failed": payments.RefundFailed,
        "payment.refund_unknown": payments.RefundUnknown,
        "payment.correction_issued": payments.CorrectionIssued,
        "payment.debt_settled": payments.DebtSettled,
        "payment.change_voucher_issued": cash.ChangeVoucherIssued,
        "payment.change_voucher_redeemed": cash.ChangeVoucherRedeemed,
        "pass.group_set": passes.PassGroupSet,
        "pass.issued": passes.PassIssued,
        "pass.sold": passes.PassSold,
        "pass.renewed": passes.PassRenewed,
        "pass.blocked": passes.PassBlocked,
        "pass.unblocked": passes.PassUnblocked,
        "pass.used": passes.PassUsed,
        "pass.moved": passes.PassMoved,
        "pass.neutralised": passes.PassesNeutralised,
        "pass.resync_proposed": passes.ResyncProposed,
        "pass.wallet_credited": passes.WalletCredited,
        "pass.wallet_debited": passes.WalletDebited,
        "validation.merchant_set": validations.MerchantSet,
        "validation.vouchers_issued": validations.VouchersIssued,
        "validation.applied": validations.ValidationApplied,
        "validation.withdrawn": validations.ValidationWithdrawn,
        "booking.confirmed": bookings.BookingConfirmed,
        "booking.cancelled": bookings.BookingCancelled,
        "booking.activated": bookings.BookingActivated,
        "booking.completed": bookings.BookingCompleted,
        "lane.installed": lanes.LaneInstalled,
        "lane.passage_completed": lanes.PassageCompleted,
        "lane.tailgate_detected": lanes.TailgateDetected,
        "lane.tailgate_accepted": lanes.TailgateAccepted,
        "lane.passage_unauthorised": lanes.PassageUnauthorised,
        "lane.wrong_way_detected": lanes.WrongWayDetected,
        "lane.approach_abandoned": lanes.ApproachAbandoned,
        "lane.passage_stalled": lanes.PassageStalled,
        "lane.noise_counted": lanes.NoiseCounted,
        "lane.credential_refused": lanes.CredentialRefused,
        "lane.barrier_ordered": lanes.BarrierOrdered,
        "lane.barrier_failed": lanes.BarrierFailed,
        "lane.out_of_service": lanes.LaneWentOutOfService,
        "lane.returned_to_service": lanes.LaneReturnedToService,
        "lane.mode_set": lanes.LaneModeSet,
        "lane.manual_opened": lanes.ManualOpened,
        "lane.keep_open_set": lanes.KeepOpenSet,
        "lane.presence_forced": lanes.PresenceForced,
        "lane.reset": lanes.LaneReset,
        "lane.boom_up_at_start": lanes.BoomUpAtStart,
        "lane.help_called": lanes.HelpCalled,
        "lane.help_answered": lanes.HelpAnswered,
        "lane.evacuation_started": lanes.EvacuationStarted,
        "lane.evacuation_ended": lanes.EvacuationEnded,
        "device.fault_raised": lanes.DeviceFaultRaised,
        "device.fault_cleared": lanes.DeviceFaultCleared,
        "system.booth_started": booth.BoothStarted,
        "system.clock_stepped": booth.ClockStepped,
        "system.clock_confirmed": booth.ClockConfirmed,
        "system.key_published": booth.KeyPublished,
        "system.tariff_published": booth.TariffPublished,
        "system.capacity_set": booth.CapacitySet,
        "system.occupancy_adjusted": booth.OccupancyAdjusted,
        "system.sync_alarm_raised": booth.SyncAlarmRaised,
        "system.exception_closed": booth.ExceptionClosed,
        "staff.enrolled": booth.StaffEnrolled,
        "staff.let_go": booth.StaffLetGo,
        "staff.taken_back": booth.StaffTakenBack,
        "staff.pin_set": booth.StaffPinSet,
        "staff.signed_on": booth.StaffSignedOn,
        "staff.signed_off": booth.StaffSignedOff,
        "staff.sign_on_refused": booth.SignOnRefused,
        "staff.second_agreed": booth.SecondAgreed,
        "staff.kiosk_left": booth.KioskLeft,
        "shift.opened": booth.ShiftOpened,
        "shift.closed": booth.ShiftClosed,
        "shift.drawer_opened": booth.DrawerOpened,
        "shift.cash_moved": cash.CashMoved,
        "shift.drawer_counted": cash.DrawerCounted,
        "shift.z_taken": cash.ZTaken,
    }
)

KIND_OF: Mapping[type, str] = MappingProxyType({body: kind for kind, body in KINDS.items()})
VERSION = 1
"""Version of every body so far; a changed one gets its own number and an upcast in `wire.facts`."""
