"""Foreign readers of our papers: npos for ESC/POS, poppler for PDF, and two QR decoders."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from kiosk.devices.simulated.escpos_commands import command_length
from kiosk.domain.money import Money
from kiosk.domain.payment import Method
from kiosk.domain.quote import Line, Quote
from kiosk.domain.ticket import Ticket
from kiosk.domain.wording import Text
from kiosk.reports.documents import Debt, Issuer, PaidStay, Receipt

PEERS = Path(__file__).parents[1] / "peers"
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PAYLOAD = "BG1." + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4

ISSUER = Issuer(
    site="Garage Central",
    place="Entry 1",
    zone=ZoneInfo("Europe/Berlin"),
    supplier=("Parking Central Ltd", "1 Main Street, Berlin", "VAT DE123456789"),
    tariff=Text("{price} per {minutes} min").with_values(price=Money(150), minutes=30),
    vat_basis_points=1900,
    pay_later="Pay within 7 days: pay.example.org",
)
TICKET = Ticket("4K72MX9", 17, "f1", "entry-1", "s1", NOON, PAYLOAD)
QUOTE = Quote(
    (
        Line(Text("{count} × {minutes} min").with_values(count=20, minutes=30), Money(3000)),
        Line(Text("Daily cap"), Money(-1500)),
    )
)
RECEIPT = Receipt(
    number="B1-000042",
    session_id="0199aa00-0000-7000-8000-000000000001",
    code="4K72MX9",
    entered_at=NOON - timedelta(hours=10),
    paid_at=NOON,
    quote=QUOTE,
    amount=Money(1500),
    earlier=Money(0),
    method=Method.CASH,
    booth="Booth 1",
    tendered=Money(2000),
    change=Money(500),
    plate="B AB 123",
    leave_by_at=NOON + timedelta(minutes=15),
)
DEBT = Debt(
    session_id=RECEIPT.session_id,
    code="4K72MX9",
    entered_at=RECEIPT.entered_at,
    released_at=NOON,
    quote=QUOTE,
    amount=Money(1500),
    payload=PAYLOAD,
)
PAID_STAY = PaidStay("4K72MX9", PAYLOAD, Money(1500), NOON + timedelta(minutes=15))


def english(text: Text) -> str:
    """Fill a text in as an English reader's locale would."""
    return text.template.format(**{name: _shown(value) for name, value in text.values})


def arabic(text: Text) -> str:
    """The same for an Arabic reader, with every word the same one: the script is what matters."""
    return f"دخول {english(text)}" if "{" in text.template else "يرجى الدفع قبل المغادرة"


def _shown(value: object) -> object:
    if isinstance(value, Money):
        sign = "-" if value.minor < 0 else ""
        return f"{sign}€{abs(value.minor) // 100}.{abs(value.minor) % 100:02}"
    return value


@dataclass(frozen=True, slots=True)
class Interpreted:
    """What a foreign interpreter made of one job."""

    commands: tuple[tuple[str, bytes], ...]
    text: bytes
    pictures: tuple[Image.Image, ...]

    def named(self, name: str) -> list[bytes]:
        """All commands of this name, whole."""
        return [data for found, data in self.commands if found == name]


@pytest.fixture(scope="session")
def interpret() -> Callable[[bytes], Interpreted]:
    """npos as a function; skipped where there is no node, but never in CI."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed, so npos cannot read our paper")
    if not (PEERS / "node_modules" / "npos").exists() and os.environ.get("CI") != "true":
        pytest.skip("npos is not installed in tests/peers, so it cannot read our paper")
    return _interpret


def _interpret(job: bytes) -> Interpreted:
    ran = subprocess.run(
        ["node", str(PEERS / "npos_render.js")],
        input=json.dumps([base64.b64encode(job).decode()]),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    (found,) = json.loads(ran.stdout)
    assert "error" not in found, found["error"]
    return Interpreted(
        tuple(
            (name + function, base64.b64decode(data)) for name, function, data in found["commands"]
        ),
        base64.b64decode(found["text"]),
        tuple(_picture(one["width"], one["height"], one["dots"]) for one in found["pictures"]),
    )


def _picture(width: int, height: int, dots: str) -> Image.Image:
    image = Image.new("L", (width, height), 255)
    image.putdata([0 if dot == "1" else 255 for dot in dots])
    return image


def read_codes(image: Image.Image) -> tuple[list[str], list[str]]:
    """The QR codes in a picture, read by two decoders that share no code."""
    grey = image.convert("L")
    qr = zxingcpp.BarcodeFormat.QRCode  # a dense QR holds rows that look like a line code
    by_zxing = [found.text for found in zxingcpp.read_barcodes(grey) if found.format == qr]
    by_zbar = [found.data.decode() for found in pyzbar.decode(grey, [pyzbar.ZBarSymbol.QRCODE])]
    return by_zxing, by_zbar


def draw_pdf(data: bytes, folder: Path) -> list[Image.Image]:
    """The pages of a PDF as poppler draws them; skipped where it is missing, but never in CI."""
    if shutil.which("pdftoppm") is None and os.environ.get("CI") != "true":
        pytest.skip("poppler-utils is not installed, so nobody foreign can draw our PDF")
    (folder / "paper.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", str(folder / "paper.pdf"), str(folder / "page")],
        check=True,
        timeout=60,
    )
    return [Image.open(path) for path in sorted(folder.glob("page*.pgm"))]


def pdf_words(data: bytes, folder: Path) -> str:
    """The text of a PDF as poppler extracts it."""
    if shutil.which("pdftotext") is None and os.environ.get("CI") != "true":
        pytest.skip("poppler-utils is not installed, so nobody foreign can read our PDF")
    (folder / "words.pdf").write_bytes(data)
    ran = subprocess.run(
        ["pdftotext", "-layout", str(folder / "words.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ran.stdout


def tokens(job: bytes) -> Iterator[bytes]:
    """A job cut into whole commands and single characters."""
    while job:
        length = command_length(job)
        assert length, f"the job ends inside a command: {job[:20]!r}"
        yield job[:length]
        job = job[length:]


def commands(job: bytes) -> list[bytes]:
    """The commands of a job, whole, without its text."""
    return [token for token in tokens(job) if token[0] in b"\x1b\x1c\x1d\x10"]


def plain_text(job: bytes) -> bytes:
    """The text of a job, without its commands."""
    return b"".join(token for token in tokens(job) if token[0] not in b"\x1b\x1c\x1d\x10")
