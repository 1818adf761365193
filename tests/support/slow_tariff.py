"""A slow, obvious reference model of `resources/handbook/tariffs.md`, straight from the tables.

It reads the decoded TOML or JSON as it is and follows the page sentence by sentence; it shares no
code with `kiosk.tariff`, takes only its public `Visit`, and does not care how long it takes. The
calendar is in `slow_clock`, strategies and caps are in `slow_charges`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk.domain.money import Money
from kiosk.domain.validation import Benefit, BenefitKind
from kiosk.tariff.visit import Interval, Visit
from tests.support.slow_charges import Facts, Lines, half_up, minutes, parking, started
from tests.support.slow_clock import Span, windows

Table = Mapping[str, Any]
SHORTEST = timedelta(microseconds=1)
PARKING, FEES, VALIDATION, TAX, ROUNDING = "parking", "fees", "validation", "tax", "rounding"


@dataclass(frozen=True)
class SlowLine:
    """A line of a quote as it is read: English text, minor units, kind."""

    text: str
    minor: int
    kind: str


@dataclass(frozen=True)
class SlowTax:
    """One part of the total."""

    label: str
    basis_points: int
    net: int
    tax: int
    gross: int


@dataclass(frozen=True)
class Bill:
    """What the page says a visit costs."""

    lines: tuple[SlowLine, ...]
    taxes: tuple[SlowTax, ...] = ()

    @property
    def total(self) -> int:
        """The sum of the lines."""
        return sum(line.minor for line in self.lines)


def slow_price(tariff: Table, visit: Visit) -> Bill:
    """Price a visit by the page. LookupError when a short file has no price for its vehicle."""
    return _Pricing(long_form(tariff), visit).bill()


def long_form(tariff: Table) -> Table:
    """The same tariff with `rate` tables; a long file is given back as it is."""
    if "rate" in tariff:
        return tariff
    rules = dict(tariff["blocks"])
    grace, counts = rules.get("grace_minutes", 0), rules.get("grace_counts", True)
    day = {"calendar": "calendar_day"}.get(rules["cap_day"], "24h_from_entry")
    rates = []
    for vehicle, price in tariff["prices"].items():
        rate = {
            "name": vehicle,
            "when": {"vehicle_class": vehicle},
            "strategy": "blocks",
            "blocks": {"minutes": rules["minutes"], "price_minor": price["price_minor"]},
            "free_minutes": grace,
            "free_minutes_count": counts,
        }
        if "daily_cap_minor" in price:
            rate["caps"] = [{"per": day, "amount_minor": price["daily_cap_minor"]}]
        rates.append(rate)
    return {**tariff, "rate": rates}


class _Pricing:
    """One visit under one tariff, step by step in the order of the page."""

    def __init__(self, tariff: Table, visit: Visit) -> None:
        self.tariff, self.visit = tariff, visit
        self.entered, self.end = _span((visit.entered_at, visit.left_at))
        self.begin, self.earlier_end = self._joined()
        self.facts = Facts(
            zone=tariff.get("zone"),
            holidays=frozenset(_date(day) for day in tariff.get("holidays", ())),
            rates={rate["name"]: rate for rate in tariff["rate"]},
            occupancy=visit.occupancy_percent,
            with_pass=visit.pass_group is not None,
            pass_valid=_utc(visit.pass_valid) if visit.pass_valid else None,
        )
        holding = [rate for rate in tariff["rate"] if self._holds(rate)]
        if not holding:
            raise LookupError(visit.vehicle_class)
        self.rate = holding[0]

    def bill(self) -> Bill:
        """Parking, fees, the earlier share, validations, tax and rounding."""
        lines = [
            SlowLine(text, minor, PARKING) for text, minor in self._parking(self.rate, self.end)
        ]
        lines += [SlowLine(text, minor, FEES) for text, minor in self._fees(self.end)]
        lines += self._earlier_shares(lines)
        price = _sum(lines, PARKING)
        lines += self._validations(price)
        return self._settled(lines)

    def _joined(self) -> tuple[datetime, datetime | None]:
        """Where the whole stay began, and where its last earlier part ended."""
        longest = timedelta(minutes=self.tariff.get("reentry_minutes", 0))
        begin, last_end = self.entered, None
        spans = sorted(_span(span) for span in self.visit.earlier)
        for start, end in reversed([span for span in spans if span[0] < self.entered]):
            if not longest or begin - end > longest:
                break
            begin, last_end = start, last_end or end
        return begin, last_end

    def _holds(self, rate: Table) -> bool:
        when, visit = rate.get("when", {}), self.visit
        words = {
            "vehicle_class": visit.vehicle_class,
            "spot_type": visit.spot_type,
            "zone": visit.zone,
            "pass_group": visit.pass_group,
        }
        for key, word in words.items():
            wanted = when.get(key, word)
            if word not in (wanted if isinstance(wanted, list) else [wanted]):
                return False
        if "with_pass" in when and when["with_pass"] != (visit.pass_group is not None):
            return False
        if "booked" in when and when["booked"] != (visit.booking is not None):
            return False
        if not self._entered(when):
            return False
        return not rate.get("by_name_only", False)

    def _entered(self, when: Table) -> bool:
        """Whether the whole stay began in the window of the entered_ conditions."""
        window = {key.removeprefix("entered_"): when[key] for key in when if "entered_" in key}
        if not window:
            return True
        zone, moment = str(self.facts.zone), self.begin
        return bool(windows(window, zone, self.facts.holidays, moment, moment + SHORTEST))

    def _in_grace(self, end: datetime) -> bool:
        return end - self.begin <= timedelta(minutes=self.rate.get("entry_grace_minutes", 0))

    def _parking(self, rate: Table, end: datetime) -> Lines:
        if self._in_grace(end):
            return [(f"Drive-through within {self.rate['entry_grace_minutes']} min", 0)]
        return parking(rate, self.begin, end, self.facts).lines

    def _fees(self, end: datetime) -> Lines:
        rule = self.rate.get("overstay")
        if rule is None or self._in_grace(end):
            return []
        limits = []
        if "max_stay_minutes" in rule:
            limits.append(self.begin + minutes(rule, "max_stay_minutes"))
        if rule.get("after_booking") and self.visit.booking:
            limits.append(_utc(self.visit.booking)[1])
        if not limits:
            return []
        over = end - min(limits)
        if over <= timedelta(minutes=rule.get("tolerance_minutes", 0)):
            return []
        count = started(over, minutes(rule, "minutes")) if "minutes" in rule else 1
        fee = count * rule["price_minor"]
        name = f"Overstay: {count} × {rule['minutes']} min" if "minutes" in rule else "Overstay"
        most = rule.get("most_minor", fee)
        return [(name, fee)] + ([("Cap on overstay", most - fee)] if fee > most else [])

    def _earlier_shares(self, lines: list[SlowLine]) -> list[SlowLine]:
        """What the whole had cost when the last earlier stay ended is not paid again."""
        if self.earlier_end is None:
            return []
        shares = []
        before = {
            PARKING: _total(self._parking(self.rate, self.earlier_end)),
            FEES: _total(self._fees(self.earlier_end)),
        }
        for kind, minor in before.items():
            share = min(minor, _sum(lines, kind))
            if share:
                shares.append(SlowLine("Charged with the earlier stay", -share, kind))
        return shares

    def _price(self, rate: Table, end: datetime) -> int:
        """What a candidate asks for this visit alone, were it to end at `end`."""
        if end <= self.entered:
            return 0
        price = _total(self._parking(rate, end))
        if self.earlier_end is None:
            return price
        return max(0, price - _total(self._parking(rate, self.earlier_end)))

    def _validations(self, price: int) -> list[SlowLine]:
        given: dict[BenefitKind, list[Benefit]] = {kind: [] for kind in BenefitKind}
        for benefit in self.visit.validations:
            given[benefit.kind].append(benefit)
        worth = {kind: sum(max(0, one.value) for one in given[kind]) for kind in BenefitKind}
        lines, left = self._switched(price, given, worth[BenefitKind.TIME])
        percent = min(100, worth[BenefitKind.PERCENT])
        amount = worth[BenefitKind.AMOUNT]
        given_amount = money(Money(amount, self.currency))
        for kind, text in (
            (BenefitKind.PERCENT, f"Validation {percent} %"),
            (BenefitKind.AMOUNT, f"Validation {given_amount}"),
            (BenefitKind.FULL, "Validation in full"),
        ):
            if given[kind]:
                part = {
                    BenefitKind.PERCENT: half_up(left * percent, 100),
                    BenefitKind.AMOUNT: amount,
                }
                taken = min(left, part.get(kind, left))
                lines.append(SlowLine(text, -taken, VALIDATION))
                left -= taken
        return lines

    def _switched(
        self, price: int, given: dict[BenefitKind, list[Benefit]], spared: int
    ) -> tuple[list[SlowLine], int]:
        """Rate switch and time: the cheapest of all candidates holds."""
        named = {one.rate for one in given[BenefitKind.RATE]}
        candidates = [self.rate]
        candidates += [r for r in self.tariff["rate"] if r["name"] in named and r is not self.rate]
        sooner = self.end - timedelta(minutes=spared)
        as_it_was = [self._price(rate, self.end) for rate in candidates]
        shortened = [self._price(rate, sooner) for rate in candidates]
        cheapest = min(as_it_was + shortened)
        at = next(
            i for i, both in enumerate(zip(as_it_was, shortened, strict=True)) if cheapest in both
        )
        switch = min(0, as_it_was[at] - price)
        lines, left = [], price
        if named:
            in_file = [r["name"] for r in self.tariff["rate"] if r["name"] in named]
            holder = candidates[at]["name"]
            name = holder if holder in named else (in_file or sorted(named))[0]
            lines.append(SlowLine(f"Validated rate {name}", switch, VALIDATION))
            left += switch
        if given[BenefitKind.TIME]:
            lines.append(SlowLine(f"Validation {spared} min", cheapest - left, VALIDATION))
            left = cheapest
        return lines, left

    @property
    def currency(self) -> str:
        """The tariff's currency."""
        return str(self.tariff["currency"])

    def _settled(self, lines: list[SlowLine]) -> Bill:
        amounts = {PARKING: _sum(lines, PARKING) + _sum(lines, VALIDATION), FEES: _sum(lines, FEES)}
        total = sum(amounts.values())
        tax = self.tariff.get("tax")
        if tax is None or tax["inclusive"]:
            step = self._rounded(total) - total
            if tax is None:
                return Bill((*lines, *_rounding(step)))
            taken = max(step, -amounts[PARKING])
            amounts[PARKING] += taken
            amounts[FEES] += step - taken
            parts = []
            for points, gross in _by_points(tax, amounts):
                inside = _round(gross * points, 10_000 + points, tax.get("rounding", "half_up"))
                parts.append(SlowTax(tax["label"], points, gross - inside, inside, gross))
            return Bill((*lines, *_rounding(step)), tuple(parts))
        parts = []
        for points, net in _by_points(tax, amounts):
            added = _round(net * points, 10_000, tax.get("rounding", "half_up"))
            parts.append(SlowTax(tax["label"], points, net, added, net + added))
            if points:
                lines.append(SlowLine(f"{tax['label']} {_percent(points)} %", added, TAX))
        total = sum(part.gross for part in parts)
        step = self._rounded(total) - total
        if step:
            parts.append(SlowTax("Rounding", 0, step, 0, step))
        return Bill((*lines, *_rounding(step)), tuple(parts))

    def _rounded(self, total: int) -> int:
        rule = self.tariff.get("rounding")
        if rule is None:
            return total
        return _round(total, rule["step_minor"], rule.get("mode", "half_up")) * int(
            rule["step_minor"]
        )


def _rounding(step: int) -> list[SlowLine]:
    return [SlowLine("Rounding", step, ROUNDING)] if step else []


def _by_points(tax: Table, amounts: dict[str, int]) -> list[tuple[int, int]]:
    """Amounts by their basis points, parking's first, nothing left out that is something."""
    sums: dict[int, int] = {}
    for kind, amount in amounts.items():
        points = tax.get("kinds", {}).get(kind, tax["basis_points"])
        sums[points] = sums.get(points, 0) + amount
    return [(points, amount) for points, amount in sums.items() if amount]


def _round(amount: int, over: int, mode: str) -> int:
    whole, rest = divmod(amount, over)
    if mode == "down":
        return whole
    if mode == "up":
        return whole + (rest > 0)
    if mode == "half_even" and 2 * rest == over:
        return whole + whole % 2
    return half_up(amount, over)


def _percent(points: int) -> str:
    return f"{points / 100:.2f}".rstrip("0").rstrip(".")


def money(amount: Money) -> str:
    """An amount as the page writes it."""
    digits = amount.digits
    whole, rest = divmod(amount.minor, 10**digits)
    return f"{whole}.{rest:0{digits}} {amount.currency}" if digits else f"{whole} {amount.currency}"


def _sum(lines: list[SlowLine], kind: str) -> int:
    return sum(line.minor for line in lines if line.kind == kind)


def _total(lines: Lines) -> int:
    return sum(minor for _, minor in lines)


def _utc(span: Interval) -> Span:
    return span[0].astimezone(UTC), span[1].astimezone(UTC)


def _span(span: Interval) -> Span:
    begin, end = _utc(span)
    return begin, max(end, begin + SHORTEST)


def _date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
