"""The attendants' questions: answered in order, and none any more once the booth closes."""

import queue
from collections.abc import Callable

from kiosk.runtime.jobs import Jobs


def test_answers_come_in_the_order_of_their_questions_and_troubles_among_them() -> None:
    heard: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    told: list[object] = []
    jobs = Jobs(heard.put)
    jobs.ask(lambda: 1, told.append, told.append)
    jobs.ask(lambda: 1 // 0, told.append, lambda trouble: told.append(type(trouble)))
    jobs.ask(lambda: 3, told.append, told.append)
    jobs.stop()
    while not heard.empty():
        heard.get()()
    assert told == [1, ZeroDivisionError, 3]


def test_a_timer_that_fires_while_the_booth_closes_asks_nothing() -> None:
    heard: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    asked: list[object] = []
    jobs = Jobs(heard.put)
    jobs.stop()
    jobs.ask(lambda: asked.append("question"), asked.append, asked.append)
    assert asked == []
    assert heard.empty()
