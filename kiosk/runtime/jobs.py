"""Attendants' queries, off the window's thread and off the lanes': one worker, in order."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class Jobs:
    """Runs a question, hands its answer to `deliver` (a bridge into the window's thread)."""

    def __init__(self, deliver: Callable[[Callable[[], None]], None]) -> None:
        self._deliver = deliver
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jobs")
        self._stopped = False

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run `question` on the worker; `deliver` takes its result, or what it raised.

        After `stop` nothing is asked any more: a window's timer may still fire while it closes.
        """
        if self._stopped:
            return

        def done(future: Future[T]) -> None:
            if trouble := future.exception():
                log.error("job failed", exc_info=trouble)
                self._deliver(partial(failed, trouble))
            else:
                self._deliver(partial(answer, future.result()))

        self._worker.submit(question).add_done_callback(done)

    def post(self, call: Callable[[], None]) -> None:
        """Call this where answers go; from any thread."""
        self._deliver(call)

    def stop(self) -> None:
        """Finish what was asked, take no more. Called on the thread that asks."""
        self._stopped = True
        self._worker.shutdown(wait=True)
