"""Random tariffs: every strategy, every composition, round amounts and odd ones.

Chance comes from the caller, so that Hypothesis can drive it as well as a seed. A tariff is the
decoded file (a dict of plain values, dates as text), ready to be written as JSON.
"""

from __future__ import annotations

from random import Random

from tests.support.slow_visits import CLASSES, CLOCKS, YEARS, ZONES, Table, a_date

LENGTHS = (1, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480, 1440)
AMOUNTS = (0, 1, 5, 33, 50, 99, 100, 150, 200, 250, 333, 500, 1000, 1999)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday")
DAY_RULES = ("calendar_day", "24h_from_entry", "business_day", "calendar_week", "7d_from_entry")


def any_tariff(chance: Random) -> Table:
    """A tariff file that `load_tariff` accepts."""
    if chance.random() < 0.05:
        return _short_form(chance)
    zone = chance.choice(ZONES)
    tariff: Table = {
        "name": "random",
        "version": 1,
        "currency": chance.choice(("EUR", "JPY", "KWD")),
        "zone": zone,
    }
    year = chance.choice(YEARS)
    tariff["holidays"] = sorted(
        {str(a_date(chance, zone, year)) for _ in range(chance.randrange(5))}
    )
    if chance.random() < 0.4:
        tariff["reentry_minutes"] = chance.choice((1, 10, 30, 120))
    if chance.random() < 0.5:
        tariff["tax"] = _tax(chance)
    if chance.random() < 0.4:
        modes = ("half_up", "half_even", "down", "up")
        tariff["rounding"] = {
            "step_minor": chance.choice((1, 5, 10, 50, 100)),
            "mode": chance.choice(modes),
        }
    tariff["rate"] = _rates(chance)
    return tariff


def _rates(chance: Random) -> list[Table]:
    names = [f"rate {letter}" for letter in "abcdef"[: chance.randrange(1, 6)]]
    rates: list[Table] = []
    below: list[str] = []
    for_all = False
    for name in reversed(names):
        rate: Table = {"name": name}
        if name != names[0] and chance.random() < (0.3 if for_all else 0.1):
            rate["by_name_only"] = True
        elif for_all and chance.random() < 0.95:
            rate["when"] = _when(chance)
        else:
            for_all = True
        with_pass = "pass_group" in rate.get("when", {}) or rate.get("when", {}).get("with_pass")
        rate |= _priced(chance, below, bool(with_pass))
        rates.insert(0, rate)
        below.append(name)
    return rates


def _when(chance: Random) -> Table:
    choices: Table = {
        "vehicle_class": chance.choice(("car", "truck", ["car", "motorcycle"])),
        "spot_type": "charging",
        "zone": chance.choice(("roof", ["roof", "cellar"])),
        "pass_group": chance.choice(("staff", ["staff", "residents"])),
        "with_pass": chance.random() < 0.7,
        "booked": chance.random() < 0.5,
    }
    keys = chance.sample(sorted(choices), chance.choice((0, 1, 1, 1, 2)))
    when = {key: choices[key] for key in keys}
    if not when or chance.random() < 0.3:
        when |= {f"entered_{key}": value for key, value in _hours(chance).items()}
    return when


def _priced(chance: Random, below: list[str], with_pass: bool) -> Table:
    kinds = ["flat", "blocks", "slabs", "bands"] + ["demand"] * bool(below)
    strategy = (
        "subscription" if with_pass and below and chance.random() < 0.7 else chance.choice(kinds)
    )
    rate: Table = {"strategy": strategy, **STRATEGIES[strategy](chance)}
    if strategy in ("demand", "subscription"):
        rate[strategy]["rate" if strategy == "demand" else "otherwise"] = chance.choice(below)
    if chance.random() < 0.2:
        rate["entry_grace_minutes"] = chance.choice(LENGTHS[:7])
    if chance.random() < 0.3:
        rate["free_minutes"] = chance.choice(LENGTHS[:9])
        rate["free_minutes_count"] = chance.random() < 0.5
    if chance.random() < 0.6:
        rate["caps"] = [_cap(chance) for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))]
    if chance.random() < 0.3:
        rate["overstay"] = _overstay(chance)
    return rate


def _flat(chance: Random) -> Table:
    rule: Table = {
        "price_minor": chance.choice(AMOUNTS),
        "per": chance.choice(("entry", *DAY_RULES)),
    }
    if rule["per"] == "business_day":
        rule["from"] = chance.choice(CLOCKS[:-1])
    return {"flat": rule}


def _blocks(chance: Random) -> Table:
    rule: Table = {"minutes": chance.choice(LENGTHS[2:]), "price_minor": chance.choice(AMOUNTS)}
    if chance.random() < 0.4:
        rule |= _first(chance)
    return {"blocks": rule}


def _first(chance: Random) -> Table:
    return {"first_minutes": chance.choice(LENGTHS), "first_price_minor": chance.choice(AMOUNTS)}


def _slabs(chance: Random) -> Table:
    ends = sorted(chance.sample(LENGTHS[3:], chance.randrange(5)))
    prices = [chance.choice(AMOUNTS) for _ in range(len(ends) + 1)]
    if chance.random() < 0.9:
        prices.sort()
    rows: list[Table] = [
        {"up_to_minutes": end, "price_minor": prices[n]} for n, end in enumerate(ends)
    ]
    if chance.random() < 0.5:
        rows.append({"price_minor": prices[-1]})
    else:
        rows.append(
            {"each_minutes": chance.choice(LENGTHS[4:]), "each_minor": chance.choice(AMOUNTS)}
        )
    rate: Table = {"slabs": rows}
    if chance.random() < 0.5:
        rate["slabs_restart"] = chance.choice(DAY_RULES[:3])
        if rate["slabs_restart"] == "business_day":
            rate["slabs_restart_from"] = chance.choice(CLOCKS[:-1])
    return rate


def _hours(chance: Random) -> Table:
    rule: Table = {}
    if chance.random() < 0.5:
        rule["days"] = chance.sample(DAYS, chance.randrange(1, 7))
    if chance.random() < 0.7:
        begins = chance.choice(CLOCKS[:-1])
        rule["from"] = begins
        rule["to"] = chance.choice([clock for clock in CLOCKS if clock != begins])
    return rule


def _bands(chance: Random) -> Table:
    rules = []
    for number in range(chance.randrange(1, 5)):
        rule: Table = {"name": f"Band {number}", **_hours(chance)}
        if chance.random() < 0.35:
            rule["flat_minor"] = chance.choice(AMOUNTS)
        else:
            rule |= {"minutes": chance.choice(LENGTHS[3:12]), "price_minor": chance.choice(AMOUNTS)}
            if chance.random() < 0.3:
                rule |= _first(chance)
        rules.append(rule)
    return {"bands": rules}


def _demand(chance: Random) -> Table:
    starts = sorted(chance.sample((0, 50, 70, 90, 100), chance.randrange(1, 4)))
    percents = sorted(chance.choice((80, 100, 125, 133, 150, 301)) for _ in starts)
    steps = [{"from_percent": a, "price_percent": b} for a, b in zip(starts, percents, strict=True)]
    rule: Table = {"steps": steps}
    if chance.random() < 0.3:
        rule["most_percent"] = chance.choice((100, 130, 200))
    return {"demand": rule}


def _subscription(chance: Random) -> Table:
    rule: Table = {}
    if chance.random() < 0.7:
        rule["covers"] = [_hours(chance) for _ in range(chance.randrange(1, 3))]
    return {"subscription": rule}


STRATEGIES = {
    "flat": _flat,
    "blocks": _blocks,
    "slabs": _slabs,
    "bands": _bands,
    "demand": _demand,
    "subscription": _subscription,
}


def _cap(chance: Random) -> Table:
    cap: Table = {
        "per": chance.choice((*DAY_RULES, "night", "entry")),
        "amount_minor": chance.choice(AMOUNTS),
    }
    if cap["per"] in ("night", "business_day"):
        cap["from"] = chance.choice(CLOCKS[:-1])
    if cap["per"] == "night":
        cap["to"] = chance.choice([clock for clock in CLOCKS if clock != cap["from"]])
    if chance.random() < 0.3:
        cap["days"] = chance.sample(DAYS, chance.randrange(1, 7))
    if chance.random() < 0.2:
        cap["name"] = "Special"
    return cap


def _overstay(chance: Random) -> Table:
    rule: Table = {"price_minor": chance.choice(AMOUNTS)}
    if chance.random() < 0.7:
        rule["max_stay_minutes"] = chance.choice(LENGTHS)
    if "max_stay_minutes" not in rule or chance.random() < 0.4:
        rule["after_booking"] = True
    if chance.random() < 0.5:
        rule["tolerance_minutes"] = chance.choice(LENGTHS[:6])
    if chance.random() < 0.6:
        rule["minutes"] = chance.choice(LENGTHS[2:])
    if chance.random() < 0.4:
        rule["most_minor"] = chance.choice(AMOUNTS[4:])
    return rule


def _tax(chance: Random) -> Table:
    points = (0, 700, 825, 1900, 2100, 10_000)
    tax: Table = {
        "label": "VAT",
        "inclusive": chance.random() < 0.6,
        "basis_points": chance.choice(points),
        "rounding": chance.choice(("half_up", "half_even", "down")),
    }
    if chance.random() < 0.7:
        tax["kinds"] = {chance.choice(("fees", "parking")): chance.choice(points)}
    return tax


def _short_form(chance: Random) -> Table:
    prices = {}
    for vehicle in CLASSES:
        prices[vehicle] = {"price_minor": chance.choice(AMOUNTS[1:])}
        if chance.random() < 0.6:
            prices[vehicle]["daily_cap_minor"] = prices[vehicle]["price_minor"] * chance.choice(
                (1, 3, 7)
            )
    return {
        "name": "short",
        "version": 1,
        "currency": "EUR",
        "zone": chance.choice(ZONES),
        "strategy": "blocks",
        "blocks": {
            "minutes": chance.choice(LENGTHS[3:9]),
            "grace_minutes": chance.choice((0, 10, 30)),
            "grace_counts": chance.random() < 0.5,
            "cap_day": chance.choice(("calendar", "24h_from_entry")),
        },
        "prices": prices,
    }
