"""What a site's file may say, as frozen types; every field carries an example to write instead.

The annotations are the documentation: `load` quotes a field's example in its error message.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

from kiosk.domain.passes import Firmness
from kiosk.domain.signals import LaneKind
from kiosk.lane.rules import Rules, Unreachable

Word = Annotated[str, Meta(min_length=1, max_length=24, pattern=r"^[a-z0-9][a-z0-9_-]*$")]
"""Short enough to be signed on a ticket (`wire.ticket`)."""
Sign = Annotated[str, Meta(pattern=r"^[!-~]{1,24}$")]
"""The same for shops and groups of passes: printable ASCII without spaces."""
Label = Annotated[str, Meta(min_length=1, max_length=80)]
Port = Annotated[
    str,
    Meta(min_length=1, examples=["/dev/serial/by-id/usb-..."]),
]
Baud = Annotated[int, Meta(ge=1200, le=921600, examples=[9600])]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]
Minor = Annotated[int, Meta(ge=0, le=1_000_000_000)]


@dataclass(frozen=True, slots=True)
class Upi:
    """The account that drivers' bank apps pay to, and the service that tells us (India)."""

    payee: Annotated[
        str,
        Meta(pattern=r"^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+$", max_length=60, examples=["garage@bank"]),
    ]
    name: Annotated[Label, Meta(examples=["Garage Parking"])]
    psp: Annotated[str, Meta(pattern=r"^https?://", examples=["https://psp.example"])]


@dataclass(frozen=True, slots=True)
class Facility:
    """The car park."""

    id: Annotated[Word, Meta(examples=["hlavna"])]
    name: Annotated[Label, Meta(examples=["Garage Hlavná"])]
    zone: Annotated[str, Meta(examples=["Europe/Bratislava"])]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$", examples=["EUR"])] = "EUR"
    spaces: Annotated[Count, Meta(examples=[132])] = 100
    languages: Annotated[tuple[str, ...], Meta(min_length=1, examples=[["en", "de", "ar"]])] = (
        "en",
        "de",
        "ar",
    )
    supplier: Annotated[tuple[str, ...], Meta(examples=[["Parking Ltd", "VAT SK2020"]])] = ()
    vat_percent: Annotated[int, Meta(ge=0, le=50, examples=[23])] = 0
    exit_grace_minutes: Annotated[int, Meta(ge=0, le=240, examples=[15])] = 15
    booking_early_minutes: Annotated[int, Meta(ge=0, le=1440, examples=[30])] = 30
    booking_late_minutes: Annotated[int, Meta(ge=0, le=1440, examples=[60])] = 60
    lost_ticket_minor: Annotated[Count, Meta(examples=[2500])] = 2500
    refund_limit_minor: Annotated[Count, Meta(examples=[2000])] = 2000
    """What is given back, taken off or forgiven above this needs a second person."""
    over_short_limit_minor: Annotated[Count, Meta(examples=[500])] = 500
    """A drawer that is off by more needs a second person to close."""
    change_voucher_days: Annotated[int, Meta(ge=1, le=3650, examples=[90])] = 90
    upi: Upi | None = None


@dataclass(frozen=True, slots=True)
class DeviceAt:
    """One device: its model (see the catalogue) at its port."""

    port: Port
    model: Annotated[Word, Meta(examples=["waveshare-8io"])]
    baud: Baud = 9600
    profile: Annotated[str, Meta(examples=["TM-T88III"])] = "TM-T88III"
    serial: Annotated[str, Meta(max_length=40, examples=["SIM-0001"])] = ""
    """A card terminal's own serial number; another terminal takes no money."""


@dataclass(frozen=True, slots=True)
class Booth:
    """This computer."""

    id: Annotated[Word, Meta(examples=["booth-1"])] = "booth-1"
    data: Annotated[str, Meta(min_length=1, examples=["/var/lib/boomgate"])] = "boomgate-data"
    theme: Annotated[str, Meta(pattern="^(auto|day|night|contrast)$", examples=["auto"])] = "auto"
    lock_minutes: Annotated[int, Meta(ge=1, le=480, examples=[10])] = 10
    float_required: bool = False
    """No cash is taken before a shift was opened with a counted float."""
    scanner: DeviceAt | None = None
    """The cashier's own scanner."""
    terminal: DeviceAt | None = None
    """The counter's own card terminal; without one the first exit's serves."""
    office_printer: Annotated[str, Meta(max_length=60, examples=["Brother_HL"])] = ""
    """A CUPS queue for the counter's receipts; without one they come from a lane's printer."""
    office_page: Annotated[str, Meta(pattern="^(a4|80mm)$", examples=["a4"])] = "a4"


@dataclass(frozen=True, slots=True)
class Centre:
    """Where facts are sent; without an address the booth works alone."""

    url: Annotated[str, Meta(pattern=r"^https?://", examples=["https://centre.example:8443"])]


@dataclass(frozen=True, slots=True)
class LaneAt:
    """One lane and its devices; any device may be missing, the lane runs with what is left."""

    id: Annotated[Word, Meta(examples=["entry-1"])]
    kind: Annotated[LaneKind, Meta(examples=["entry"])]
    name: Annotated[Label, Meta(examples=["Entry 1"])]
    number: Annotated[int, Meta(ge=1, le=63, examples=[1])]
    screen: Annotated[int, Meta(ge=0, le=15, examples=[0])] = 0
    zone: Annotated[str, Meta(pattern=r"^[!-~]{0,24}$", examples=["roof"])] = ""
    """The zone behind this lane, for passes that are for one zone; empty: the way into all."""
    px_per_mm: Annotated[float, Meta(gt=1, lt=40, examples=[3.78])] = 3.78
    """Pixels per millimetre of this lane's screen: a bank card is 85.6 mm wide."""
    board: DeviceAt | None = None
    printer: DeviceAt | None = None
    scanner: DeviceAt | None = None
    terminal: DeviceAt | None = None
    rules: Rules = field(default_factory=Rules)
    unreachable: dict[str, Unreachable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MerchantAt:
    """Somebody who gives drivers validations; what a benefit may be is in `config.terms`."""

    id: Annotated[Sign, Meta(examples=["cinema"])]
    name: Annotated[Label, Meta(examples=["Cinema Hlavná"])]
    benefits: Annotated[tuple[str, ...], Meta(min_length=1, examples=[["60 min", "2.50"]])]
    daily_count: Annotated[Count, Meta(examples=[200])] = 0
    """At most so many a day; 0: no limit."""
    monthly_minor: Annotated[Minor, Meta(examples=[150000])] = 0
    """At most so much taken off in a month; 0: no limit."""
    active: Annotated[bool, Meta(examples=[True])] = True


@dataclass(frozen=True, slots=True)
class PassGroupAt:
    """Rules that passes share."""

    id: Annotated[Sign, Meta(examples=["staff"])]
    name: Annotated[Label, Meta(examples=["Staff"])]
    spaces: Annotated[Count, Meta(examples=[20])] = 0
    """At most so many inside at once; 0: as many as have passes."""
    quota: Annotated[Firmness, Meta(examples=["hard"])] = Firmness.HARD
    passback: Annotated[Firmness, Meta(examples=["soft"])] = Firmness.HARD
    zone: Annotated[str, Meta(pattern=r"^[!-~]{0,24}$", examples=["roof"])] = ""
    warn_days: Annotated[int, Meta(ge=0, le=365, examples=[7])] = 7


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole file."""

    facility: Facility
    lane: tuple[LaneAt, ...]
    tariff: Annotated[str, Meta(min_length=1, examples=["tariff.toml"])]
    booth: Booth = field(default_factory=Booth)
    centre: Centre | None = None
    merchant: tuple[MerchantAt, ...] = ()
    pass_group: tuple[PassGroupAt, ...] = ()
