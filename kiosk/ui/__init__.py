"""The windows, and the only package that knows Qt.

PySide6 puts its own `import` in the place of Python's: for the sake of an optional spelling
(`from __feature__ import ...`) it reads the source of every module imported afterwards and keeps
it in memory. A booth would start 0.2 s later and be 24 MB larger for a spelling nobody uses here,
so Python's own stays.
"""

import builtins

_PYTHONS_OWN = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - whose import replaces the other

builtins.__import__ = _PYTHONS_OWN
