"""Pure lane engines: `step(lane, event, rules) -> (lane, effects)`, no clock, no I/O."""
