"""The reference model's strategies and caps: what a stay costs up to any moment, and its lines.

Each strategy answers with its lines and with `cost(moment)`: what the same stay would have cost if
it had ended then. Nothing is kept between two stays and nothing is precomputed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from tests.support.slow_clock import Rule, Span, date_of, kind, periods, windows

Lines = list[tuple[str, int]]
Cost = Callable[[datetime], int]
Charges = list[tuple[datetime, int]]


@dataclass(frozen=True)
class Facts:
    """What a price may depend on besides the time."""

    zone: str | None
    holidays: frozenset[date]
    rates: dict[str, dict[str, Any]]
    occupancy: int | None = None
    with_pass: bool = False
    pass_valid: Span | None = None


@dataclass(frozen=True)
class Parking:
    """The parking price of one stay under one rate."""

    lines: Lines
    cost: Cost


def minutes(rule: Rule, key: str) -> timedelta:
    """A length in a file as a length of time."""
    return timedelta(minutes=rule[key])


def started(length: timedelta, block: timedelta) -> int:
    """How many blocks of a length have begun when so much time is over."""
    whole, rest = divmod(length, block)
    return whole + (1 if rest else 0)


def half_up(amount: int, over: int) -> int:
    """A quotient as a whole number; half of one goes up."""
    whole, rest = divmod(amount, over)
    return whole + (1 if 2 * rest >= over else 0)


def parking(rate: Rule, begin: datetime, end: datetime, facts: Facts) -> Parking:
    """Free minutes, strategy and caps of a rate."""
    free = timedelta(minutes=rate.get("free_minutes", 0))
    free_line = (f"First {rate.get('free_minutes')} min free", 0)
    if end - begin <= free:
        return Parking([free_line], lambda _: 0)
    counted = rate.get("free_minutes_count", True) or not free
    start = begin if counted else begin + free
    priced = STRATEGIES[rate["strategy"]](rate, begin, start, end, facts)
    lines, cost = [] if counted else [free_line], priced.cost
    lines += priced.lines
    for cap in rate.get("caps", []):
        capped = _capped(cost, cap, begin, facts)
        if back := capped(end) - cost(end):
            above = _above(cost, cap, begin, end, facts)
            lines.append((_times(cap.get("name", CAP_NAMES[cap["per"]]), above), back))
        cost = capped
    return Parking(lines, cost)


CAP_NAMES = {
    "calendar_day": "Daily cap",
    "business_day": "Daily cap",
    "24h_from_entry": "Daily cap",
    "night": "Night cap",
    "calendar_week": "Weekly cap",
    "7d_from_entry": "Weekly cap",
    "entry": "Cap for the stay",
}


def _capped(before: Cost, cap: Rule, begin: datetime, facts: Facts) -> Cost:
    @cache
    def cost(end: datetime) -> int:
        if end <= begin:
            return 0
        back = sum(
            max(0, before(min(b, end)) - before(a) - cap["amount_minor"])
            for a, b in _capping(cap, begin, end, facts)
        )
        return max(0, before(end) - int(back))

    return cost


def _capping(cap: Rule, begin: datetime, end: datetime, facts: Facts) -> list[Span]:
    """The periods that a cap is for."""
    found = periods(cap, facts.zone, begin, end)
    if "days" not in cap:
        return found
    zone = str(facts.zone)
    return [(a, b) for a, b in found if kind(date_of(a, zone), facts.holidays) in cap["days"]]


def _above(cost: Cost, cap: Rule, begin: datetime, end: datetime, facts: Facts) -> int:
    reached = _capping(cap, begin, end, facts)
    return sum(cost(min(b, end)) - cost(a) > cap["amount_minor"] for a, b in reached)


def _times(name: str, count: int) -> str:
    return name if count == 1 else f"{name} × {count}"


def _up_to(charges: Charges) -> Cost:
    return lambda moment: sum(minor for begins, minor in charges if begins < moment)


def flat(rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts) -> Parking:
    """One price, or one for every day or week."""
    rule = {"per": "entry", **rate["flat"]}
    days = [(a, b) for a, b in periods(rule, facts.zone, begin, end) if b > start]
    charges = [(max(a, start), rule["price_minor"]) for a, _ in days]
    week = rule["per"] in ("calendar_week", "7d_from_entry")
    name = "Flat price" if rule["per"] == "entry" else "Weekly rate" if week else "Day rate"
    total = rule["price_minor"] * len(charges)
    return Parking([(_times(name, len(charges)), total)], _up_to(charges))


def blocks(rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts) -> Parking:
    """A price for every started block; the first may differ."""
    rule, charges, lines, moment = rate["blocks"], [], [], start
    if "first_minutes" in rule:
        charges.append((moment, rule["first_price_minor"]))
        lines.append((f"First {rule['first_minutes']} min", rule["first_price_minor"]))
        moment += minutes(rule, "first_minutes")
    count = 0
    while moment < end:
        charges.append((moment, rule["price_minor"]))
        moment += minutes(rule, "minutes")
        count += 1
    if count:
        lines.append((f"{count} × {rule['minutes']} min", count * rule["price_minor"]))
    return Parking(lines, _up_to(charges))


def slabs(rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts) -> Parking:
    """A price by length of stay, or of each day of it."""
    rows = rate["slabs"]

    def pieces(until: datetime) -> list[timedelta]:
        cuts = [start]
        if "slabs_restart" in rate:
            rule = {"per": rate["slabs_restart"], "from": rate.get("slabs_restart_from")}
            cuts += [a for a, _ in periods(rule, facts.zone, begin, until) if a > start]
        edges = [cut for cut in cuts if cut < until] + [until]
        return [b - a for a, b in pairwise(edges)]

    def cost(until: datetime) -> int:
        return sum(minor for piece in pieces(until) for _, minor in _slab(rows, piece))

    found = [line for piece in pieces(end) for line in _slab(rows, piece)]
    return Parking(_slab_lines(rows, found), cost)


def _slab(rows: list[Rule], length: timedelta) -> list[tuple[str, int]]:
    """The row names and amounts of one piece; blocks of the open row one by one."""
    above = None
    for row in rows:
        if "up_to_minutes" in row:
            if length <= minutes(row, "up_to_minutes"):
                return [(f"up to {row['up_to_minutes']} min", row["price_minor"])]
            above = row
    last = rows[-1]
    if "price_minor" in last:
        name = f"over {above['up_to_minutes']} min" if above else "flat price"
        return [(name, last["price_minor"])]
    beyond = length - minutes(above, "up_to_minutes") if above else length
    blocks = [("", last["each_minor"])] * started(beyond, minutes(last, "each_minutes"))
    if above is None:
        return blocks
    return [(f"up to {above['up_to_minutes']} min", above["price_minor"]), *blocks]


def _slab_lines(rows: list[Rule], found: list[tuple[str, int]]) -> Lines:
    names = [f"up to {row['up_to_minutes']} min" for row in rows if "up_to_minutes" in row]
    names += [name for name, _ in found if name.startswith(("over", "flat"))][:1]
    lines = []
    for name in names:
        amounts = [minor for each, minor in found if each == name]
        if name == "flat price":
            lines.append((_times("Flat price", len(amounts)), sum(amounts)))
        elif amounts:
            many = f"{len(amounts)} × {name}" if len(amounts) > 1 else name[0].upper() + name[1:]
            lines.append((many, sum(amounts)))
    each = [minor for name, minor in found if not name]
    if each:
        lines.append((f"{len(each)} × {rows[-1]['each_minutes']} min", sum(each)))
    return lines


def bands(rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts) -> Parking:
    """Prices by time of day: a walk through the stay."""
    assert facts.zone is not None
    rules = rate["bands"]
    spans = [
        (number, span)
        for number, rule in enumerate(rules)
        for span in windows(rule, facts.zone, facts.holidays, start, end + timedelta(days=1))
    ]
    edges = sorted({moment for _, span in spans for moment in span})
    charges: list[tuple[datetime, str, int]] = []
    paid = set()
    moment = start
    while moment < end:
        held = _holder(spans, moment)
        if held is None:
            moment = min((e for e in edges if e > moment and _holder(spans, e)), default=end)
            continue
        rule = rules[held[0]]
        fresh = held not in paid
        paid.add(held)
        if fresh and "first_minutes" in rule:
            charges.append((moment, f"{held[0]} first", rule["first_price_minor"]))
            moment += minutes(rule, "first_minutes")
            continue
        if "minutes" in rule:
            charges.append((moment, f"{held[0]}", rule["price_minor"]))
            moment += minutes(rule, "minutes")
            continue
        if fresh:
            charges.append((moment, f"{held[0]}", rule["flat_minor"]))
        moment = min((e for e in edges if e > moment and _holder(spans, e) != held), default=end)
    lines = []
    for number, rule in enumerate(rules):
        firsts = [minor for _, band, minor in charges if band == f"{number} first"]
        if firsts:
            times = f"{len(firsts)} × " if len(firsts) > 1 else ""
            name = f"{rule['name']}: {times}first {rule['first_minutes']} min"
            lines.append((name, sum(firsts)))
        amounts = [minor for _, band, minor in charges if band == f"{number}"]
        flat_name = _times(rule["name"], len(amounts))
        name = (
            f"{rule['name']}: {len(amounts)} × {rule['minutes']} min"
            if "minutes" in rule
            else flat_name
        )
        lines += [(name, sum(amounts))] if amounts else []
    free = [("No charge at this time", 0)]
    return Parking(lines or free, _up_to([(begins, minor) for begins, _, minor in charges]))


def _holder(spans: list[tuple[int, Span]], moment: datetime) -> tuple[int, Span] | None:
    holding = [(number, span) for number, span in spans if span[0] <= moment < span[1]]
    return min(holding, default=None)


def demand(rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts) -> Parking:
    """Another rate's price, more of it the fuller the car park was."""
    rule = rate["demand"]
    named = parking(facts.rates[rule["rate"]], start, end, facts)
    percent = 100
    for step in sorted(rule["steps"], key=lambda step: int(step["from_percent"])):
        if facts.occupancy is not None and step["from_percent"] <= facts.occupancy:
            percent = step["price_percent"]
    percent = min(percent, rule.get("most_percent", percent))

    def cost(moment: datetime) -> int:
        return half_up(named.cost(moment) * percent, 100)

    more = (f"Demand {percent} %", cost(end) - named.cost(end))
    return Parking(named.lines + ([more] if percent != 100 else []), cost)


def subscription(
    rate: Rule, begin: datetime, start: datetime, end: datetime, facts: Facts
) -> Parking:
    """Free where the pass covers; every other stretch is a stay of its own."""
    rule = rate["subscription"]
    valid = facts.pass_valid or (start, end)
    covers = [(start, end)]
    if "covers" in rule:
        assert facts.zone is not None
        covers = [
            s for c in rule["covers"] for s in windows(c, facts.zone, facts.holidays, start, end)
        ]

    def covered(moment: datetime) -> bool:
        if not facts.with_pass:
            return False
        return valid[0] <= moment < valid[1] and any(a <= moment < b for a, b in covers)

    edges = {start, end, *valid, *(moment for span in covers for moment in span)}
    inside = sorted(moment for moment in edges if start <= moment <= end)
    stretches: list[Span] = []
    for a, b in pairwise(inside):
        if covered(a):
            continue
        if stretches and stretches[-1][1] == a:
            a = stretches.pop()[0]
        stretches.append((a, b))
    priced = [(a, b, parking(facts.rates[rule["otherwise"]], a, b, facts)) for a, b in stretches]
    lines = [("Covered by a pass", 0)] if stretches != [(start, end)] else []
    lines += [line for _, _, each in priced for line in each.lines]
    return Parking(lines, lambda t: sum(each.cost(min(t, b)) for a, b, each in priced if a < t))


STRATEGIES = {
    "flat": flat,
    "blocks": blocks,
    "slabs": slabs,
    "bands": bands,
    "demand": demand,
    "subscription": subscription,
}
