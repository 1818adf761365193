"""What each fact does to the tables: one literal list of all kinds.

`STEPS` are carried out as soon as a fact is in the journal. `CHANGES` concern one row that may
come later than the fact; until then the fact waits for its subject, which `SUBJECTS` bring.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.event import Event
from kiosk.domain.facts import bookings as booking_facts
from kiosk.domain.facts import booth as booth_facts
from kiosk.domain.facts import cash as cash_facts
from kiosk.domain.facts import lanes as lane_facts
from kiosk.domain.facts import passes as pass_facts
from kiosk.domain.facts import payments as payment_facts
from kiosk.domain.facts import stays as stay_facts
from kiosk.domain.facts import validations as validation_facts
from kiosk.store.projections import (
    bookings,
    books,
    booth,
    drawer,
    giving_back,
    lanes,
    passes,
    payments,
    stays,
    validations,
)
from kiosk.store.projections.change import Change

Step = Callable[[Connection, Event], None]

STEPS: Mapping[type, Step] = {
    stay_facts.SessionStarted: stays.started,
    stay_facts.SessionActivated: stays.movement_over,
    stay_facts.SessionBackedOut: stays.movement_over,
    stay_facts.ExitAuthorised: stays.exit_authorised,
    stay_facts.ExitAbandoned: stays.movement_over,
    stay_facts.SessionEnded: stays.movement_over,
    stay_facts.TicketIssued: stays.issued,
    stay_facts.TicketVoided: stays.voided,
    stay_facts.TicketReplaced: stays.replaced,
    payment_facts.PaymentStarted: payments.started,
    payment_facts.PaymentSucceeded: payments.succeeded,
    payment_facts.PaymentOrphaned: books.orphaned,
    payment_facts.ReceiptIssued: payments.receipt_issued,
    payment_facts.CorrectionIssued: payments.correction_issued,
    payment_facts.AmountOwed: giving_back.owed,
    payment_facts.FeeAdjusted: giving_back.adjusted,
    payment_facts.RefundSucceeded: books.refunded,
    cash_facts.CashMoved: drawer.moved,
    cash_facts.DrawerCounted: drawer.counted,
    cash_facts.ChangeVoucherIssued: drawer.voucher_issued,
    cash_facts.ZTaken: books.z_taken,
    pass_facts.PassGroupSet: passes.group_set,
    pass_facts.PassIssued: passes.issued,
    pass_facts.PassSold: passes.sold,
    pass_facts.PassUsed: passes.used,
    pass_facts.PassMoved: passes.moved,
    pass_facts.PassesNeutralised: passes.neutralised,
    validation_facts.MerchantSet: validations.merchant_set,
    validation_facts.ValidationApplied: validations.applied,
    booking_facts.BookingConfirmed: bookings.confirmed,
    lane_facts.LaneInstalled: lanes.installed,
    lane_facts.PassageCompleted: lanes.passed,
    lane_facts.TailgateDetected: lanes.tailgated,
    lane_facts.TailgateAccepted: lanes.paired,
    lane_facts.LaneWentOutOfService: lanes.went_out_of_service,
    lane_facts.LaneReturnedToService: lanes.returned,
    lane_facts.LaneModeSet: lanes.mode_set,
    lane_facts.KeepOpenSet: lanes.keep_open_set,
    lane_facts.LaneReset: lanes.reset,
    lane_facts.HelpCalled: lanes.help_called,
    lane_facts.HelpAnswered: lanes.help_answered,
    lane_facts.EvacuationStarted: lanes.evacuation_started,
    lane_facts.EvacuationEnded: lanes.evacuation_ended,
    booth_facts.KeyPublished: booth.key_published,
    booth_facts.TariffPublished: booth.tariff_published,
    booth_facts.CapacitySet: booth.capacity_set,
    booth_facts.OccupancyAdjusted: booth.occupancy_adjusted,
    booth_facts.StaffEnrolled: booth.staff_enrolled,
    booth_facts.ShiftOpened: booth.shift_opened,
}

CHANGES: Mapping[type, Change] = {
    **stays.CHANGES,
    **payments.CHANGES,
    **giving_back.CHANGES,
    **drawer.CHANGES,
    **passes.CHANGES,
    **validations.CHANGES,
    **bookings.CHANGES,
    **booth.CHANGES,
}

SUBJECTS: Mapping[type, Callable[[Any], str]] = {
    stay_facts.SessionStarted: lambda body: f"session:{body.session_id}",
    stay_facts.TicketIssued: lambda body: f"ticket:{body.code}",
    stay_facts.TicketReplaced: lambda body: f"ticket:{body.code}",
    payment_facts.PaymentStarted: lambda body: f"attempt:{body.attempt_id}",
    payment_facts.PaymentSucceeded: lambda body: f"money:{body.attempt_id}",
    payment_facts.PaymentOrphaned: lambda body: f"money:{body.attempt_id}",
    payment_facts.RefundStarted: lambda body: f"refund:{body.refund_id}",
    payment_facts.AmountOwed: lambda body: f"debt:{body.session_id}",
    cash_facts.ChangeVoucherIssued: lambda body: f"voucher:{body.voucher_id}",
    pass_facts.PassIssued: lambda body: f"pass:{body.pass_id}",
    validation_facts.MerchantSet: lambda body: f"merchant:{body.merchant.merchant_id}",
    validation_facts.ValidationApplied: lambda body: f"validation:{body.validation_id}",
    booking_facts.BookingConfirmed: lambda body: f"booking:{body.booking_id}",
    booth_facts.StaffEnrolled: lambda body: f"staff:{body.staff_id}",
    booth_facts.ShiftOpened: lambda body: f"shift:{body.shift_id}",
}

JOURNAL_ONLY: frozenset[type] = frozenset(
    {
        # The exception list takes those of them that belong there.
        stay_facts.ExitPassIssued,
        payment_facts.PaymentSettledByWord,
        lane_facts.PassageUnauthorised,
        lane_facts.WrongWayDetected,
        lane_facts.ApproachAbandoned,
        lane_facts.PassageStalled,
        lane_facts.NoiseCounted,
        lane_facts.CredentialRefused,
        lane_facts.BarrierOrdered,
        lane_facts.BarrierFailed,
        lane_facts.ManualOpened,
        lane_facts.PresenceForced,
        lane_facts.BoomUpAtStart,
        lane_facts.DeviceFaultRaised,
        lane_facts.DeviceFaultCleared,
        booth_facts.BoothStarted,
        booth_facts.ClockStepped,
        booth_facts.ClockConfirmed,
        booth_facts.SyncAlarmRaised,
        booth_facts.StaffPinSet,
        booth_facts.StaffSignedOn,
        booth_facts.StaffSignedOff,
        booth_facts.SignOnRefused,
        booth_facts.SecondAgreed,
        booth_facts.KioskLeft,
        pass_facts.ResyncProposed,
        booth_facts.DrawerOpened,
    }
)
"""Facts that change no table of their own."""
