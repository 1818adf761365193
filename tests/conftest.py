"""What every test shares: an offscreen Qt, and Hypothesis without a stopwatch."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A deadline would time a shared machine, not our code. CI repeats itself; desks keep exploring.
settings.register_profile("boomgate", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("boomgate")

pytest_plugins = ["tests.support.postgres"]
