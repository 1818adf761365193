"""The price curve that simulators and drawings show."""

from kiosk.tariff.curve import TELLING_MINUTES, Point, price_curve
from kiosk.tariff.visit import Visit
from tests.support.tariffs import HOURLY, at, tariff

CLOCKS_CHANGE = Visit(at("2026-03-29 00:00"), at("2026-03-29 00:00"))


def test_a_point_is_the_price_of_exactly_so_many_elapsed_minutes() -> None:
    prices = tariff(HOURLY)
    curve = [*price_curve(prices, prices.rates[0], CLOCKS_CHANGE, (0, 60, 61, 240))]
    assert [(point.minutes, point.price.minor) for point in curve] == [
        (0, 100),
        (60, 100),
        (61, 200),
        (240, 400),
    ]


def test_the_usual_lengths_reach_from_minutes_to_a_week() -> None:
    prices = tariff(HOURLY)
    curve: list[Point] = [*price_curve(prices, prices.rates[0], CLOCKS_CHANGE)]
    assert [point.minutes for point in curve] == sorted(TELLING_MINUTES)
    assert curve[-1].minutes == 7 * 24 * 60
