"""A barrier with a controller of its own: it opens on a pulse and owns closing, as real ones do.

Hangs on a simulated board: coils come in through `on_coil`, limit switches go out as inputs. The
controller closes by itself when loop B clears or after a while with nobody on it, reopens for
anything on B, and ignores pulses while up (a *non-memory* input).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.devices.codecs.board_map import WAVESHARE_8IO, BoardMap

UP_DEGREES = 90.0


@dataclass(slots=True)
class BoomState:
    """How the boom stands: 0 degrees is down."""

    angle: float = 0.0
    wants_up: bool = False
    latched: bool = False
    stuck: bool = False
    broken: bool = False


class SimulatedBarrier:
    """A value machine: `tick` moves time; limits and angle are to be read after each."""

    def __init__(
        self,
        *,
        travel_seconds: float = 1.5,
        clear_seconds: float = 0.5,
        auto_close_seconds: float = 8.0,
        board: BoardMap = WAVESHARE_8IO,
    ) -> None:
        self.state = BoomState()
        self.pulses = 0
        self._travel = travel_seconds
        self._clear = clear_seconds
        self._auto_close = auto_close_seconds
        self._board = board
        self._safety = False
        self._up_since: float | None = None
        self._passed_at: float | None = None
        self._last: float | None = None

    def on_coil(self, coil: int, on: bool) -> None:
        """Hear a contact of the board; only a rising open contact counts."""
        if coil == self._board.open_coil and on:
            self.pulses += 1
            self.state.wants_up = True
            self._passed_at = None
        elif coil == self._board.close_coil and on and not self._safety:
            self.state.wants_up = False
        elif coil == self._board.keep_open_coil:
            self.state.latched = on

    def on_safety(self, occupied: bool, now: float) -> None:
        """Loop B is wired to the controller too, not only to us."""
        if self._safety and not occupied:
            self._passed_at = now
        self._safety = occupied

    def repair(self) -> None:
        """A technician frees the arm and resets the controller: old pulses are forgotten."""
        self.state.stuck = False
        self.state.wants_up = False

    def tick(self, now: float) -> None:
        """Let the arm move and the controller decide."""
        boom, since, self._last = self.state, now - (self._last or now), now
        if self._may_close(now):
            boom.wants_up = False
        if (self._safety and boom.angle > 0) or boom.latched:
            boom.wants_up = True
        if boom.stuck:
            return
        step = UP_DEGREES * since / self._travel
        if boom.wants_up:
            boom.angle = min(UP_DEGREES, boom.angle + step)
        else:
            boom.angle = max(0.0, boom.angle - step)
        if boom.angle >= UP_DEGREES:
            self._up_since = self._up_since if self._up_since is not None else now
        else:
            self._up_since = None

    @property
    def is_open(self) -> bool:
        """The *fully open* limit switch."""
        return self.state.angle >= UP_DEGREES and not self.state.broken

    @property
    def is_closed(self) -> bool:
        """The *fully closed* limit switch."""
        return self.state.angle <= 0 and not self.state.broken

    def _may_close(self, now: float) -> bool:
        if self._safety or self.state.latched:
            return False
        if self._passed_at is not None and now >= self._passed_at + self._clear:
            self._passed_at = None
            return True
        return self._up_since is not None and now >= self._up_since + self._auto_close
