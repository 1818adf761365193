"""The one QApplication: its look, its last words in the log, and a polite end on SIGTERM."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QSocketNotifier,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from kiosk.ui.theme import FAMILIES, register_fonts

LOG = logging.getLogger("kiosk.ui")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Application(QApplication):
    """Fusion, our typefaces, and an end by signal that closes windows first."""

    def __init__(self, argv: Sequence[str]) -> None:
        super().__init__(list(argv))
        self.setApplicationName("Boomgate")
        self.setStyle(QStyleFactory.create("Fusion"))
        register_fonts()
        font = QFont()
        font.setFamilies(list(FAMILIES))
        self.setFont(font)
        self.setCursorFlashTime(0)  # a blinking cursor wakes an idle booth twice a second
        # Python runs its signal handlers between byte codes, and an idle Qt runs none: the
        # interpreter writes to this socket instead, and Qt listens.
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def end_on_signals(self) -> None:
        """SIGTERM and SIGINT end the event loop with code 0."""
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _let_qt_hear)

    @Slot()
    def _on_signal(self) -> None:
        received = self._heard.recv(64)
        if signal.SIGTERM in received or signal.SIGINT in received:
            signal.set_wakeup_fd(-1)  # one is enough; the socket closes before the process ends
            QCoreApplication.quit()


def create_application(argv: Sequence[str]) -> Application:
    """Make the application, once, on the main thread. Bugs in slots and Qt's words are logged."""
    sys.excepthook = _log_bug
    qInstallMessageHandler(_log_qt)
    application = Application(argv)
    application.end_on_signals()
    return application


def end_application(code: int) -> None:
    """End the event loop with this exit code, once it turns."""
    QCoreApplication.exit(code)


def _let_qt_hear(_number: int, _frame: object) -> None:
    """Replaces Python's own handler; the socket carries the news."""


def _log_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    LOG.critical("bug: %s", error, exc_info=(kind, error, trace))


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "qt"
    LOG.log(LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
