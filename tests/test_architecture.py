"""The house keeps its own rules: imports, sizes, the lock, and what no file may say."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 400

# Each is written so that it does not find itself.
MACHINE_PATHS = re.compile(r"/home/[\w.-]+/|/root\b/|/Users/[\w.-]+/|[A-Za-z]:\\+Users\b")
SCRATCH_PATHS = re.compile(r"/tmp\b/\w")

PURE = (
    "domain",
    "tariff",
    "lane",
    "wire",
    "views",
    "devices.codecs",
    "devices.messages",
    "reports.figures",
)
WHOLE_BOOTH = (
    *PURE,
    "reports",
    "config",
    "devices",
    "payments",
    "store",
    "sync",
    "runtime",
    "ui",
    "boot.booth",
    "cli.__init__",
)
WHOLE_CENTRE = (
    "domain",
    "tariff",
    "wire",
    "config",
    "payments",
    "store",
    "central",
    "boot.centre",
    "cli.__init__",
)

# Started with the names of forbidden roots and of modules; a module that asks for a root dies.
IMPORT_ALONE = """
import importlib, sys

blocked, modules = (argument.split(",") for argument in sys.argv[1:])

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ModuleNotFoundError(f"{name} must not be needed here", name=name)

sys.meta_path.insert(0, Wall())
for name in modules:
    importlib.import_module(name)
"""


def repository_files() -> list[Path]:
    """Every file that is tracked, or would be by the next `git add`."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listing.stdout.split("\0") if name)
    return sorted({path for path in paths if path.is_file()})


def repository_texts() -> Iterator[tuple[str, str]]:
    """(path from the root, content) of every text file."""
    for path in repository_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT).as_posix(), data.decode("utf-8", errors="replace")


def modules_below(*packages: str) -> list[str]:
    """Dotted names of every module in these packages or modules of kiosk, as far as they exist."""
    found = []
    for package in packages:
        base = ROOT.joinpath("kiosk", *package.split("."))
        files = [*base.rglob("*.py"), *base.parent.glob(f"{base.name}.py")]
        for path in files:
            parts = path.relative_to(ROOT).with_suffix("").parts
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return sorted(set(found))


def import_alone(modules: list[str], blocked: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Import the modules in a fresh interpreter in which the blocked packages do not exist."""
    return subprocess.run(
        [sys.executable, "-c", IMPORT_ALONE, ",".join(blocked), ",".join(modules)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def translation_traps(source: str) -> list[int]:
    """Lines where a translatable text is built by an f-string, which lupdate cannot follow."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            inside = [call for call in ast.walk(node) if _translates(call)]
            lines += [node.lineno] * bool(inside)
        elif isinstance(node, ast.Call) and _translates(node):
            texts = (part for argument in node.args for part in ast.walk(argument))
            lines += [node.lineno] * any(isinstance(part, ast.JoinedStr) for part in texts)
    return lines


def _translates(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            # `text.translate(table)` is the other translate: it takes one argument.
            return name in {"tr", "QT_TRANSLATE_NOOP"} or (
                name == "translate" and len(node.args) > 1
            )
    return False


def contract_sources(name: str) -> set[str]:
    """The modules the import contract with this id speaks of."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    [contract] = [c for c in tool["importlinter"]["contracts"] if c["id"] == name]
    return set(contract["source_modules"])


# --- imports ---------------------------------------------------------------------------------


def test_imports_point_down_and_the_core_is_pure(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_every_pure_package_is_under_the_contract() -> None:
    existing = {f"kiosk.{name}" for name in PURE if modules_below(name)}
    assert contract_sources("pure") == existing


def test_the_qt_contract_covers_every_package_but_ui() -> None:
    packages = {path.parent.name for path in ROOT.glob("kiosk/*/__init__.py")}
    assert contract_sources("qt") == {f"kiosk.{name}" for name in packages - {"ui"}}


def test_the_booth_starts_without_the_centres_packages() -> None:
    centres = ("fastapi", "starlette", "uvicorn", "psycopg")
    done = import_alone(modules_below(*WHOLE_BOOTH), centres)
    assert done.returncode == 0, done.stderr


def test_the_centre_starts_without_qt() -> None:
    done = import_alone(modules_below(*WHOLE_CENTRE), ("PySide6", "shiboken6"))
    assert done.returncode == 0, done.stderr


def test_the_wall_of_these_tests_stops_an_import() -> None:
    assert "must not be needed here" in import_alone(["PySide6.QtCore"], ("PySide6",)).stderr


# --- the lock --------------------------------------------------------------------------------


def test_the_lock_names_no_host_and_no_option() -> None:
    for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines():
        assert "://" not in line
        assert not line.startswith("-")
        assert not re.match(r"\s+--(?!hash=sha256:[0-9a-f]{64}( \\)?$)", line), line


def test_every_pin_of_the_lock_is_exact_and_hashed() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    pins = re.findall(r"^(?![#\s])(.+(?:\n .+)*)", text, re.MULTILINE)
    assert pins
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+==\S+ \\\n +--hash=sha256:", pin), pin


def test_the_npm_lock_names_no_host_and_checks_every_package() -> None:
    text = (ROOT / "tests/peers/package-lock.json").read_text("utf-8")
    assert "://" not in text
    packages = json.loads(text)["packages"]
    assert len(packages) > 1
    assert all("integrity" in entry for name, entry in packages.items() if name)


def test_qt_comes_without_the_gpl_addons() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8").lower()
    assert "pyside6-essentials==" in lock
    assert not re.search(r"^pyside6(-addons)?==", lock, re.MULTILINE)
    assert importlib.util.find_spec("PySide6.QtCharts") is None


# --- every file ------------------------------------------------------------------------------


def test_no_file_knows_a_developers_machine() -> None:
    # A checkout right below / has a name too short to be told from an ordinary word.
    here = f"{ROOT}/" if len(ROOT.parts) > 2 else None
    told = [
        name
        for name, text in repository_texts()
        if MACHINE_PATHS.search(text) or (here and here in text)
    ]
    assert told == []


def test_only_tests_know_the_scratch_directory() -> None:
    told = [
        name
        for name, text in repository_texts()
        if not name.startswith("tests/") and SCRATCH_PATHS.search(text)
    ]
    assert told == []


def test_no_python_file_outgrows_its_reader() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in repository_files()
        if path.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_no_translatable_text_is_built_by_an_f_string() -> None:
    traps = [
        f"{path.relative_to(ROOT)}:{line}"
        for package in ("ui", "views")
        for path in sorted((ROOT / "kiosk" / package).rglob("*.py"))
        for line in translation_traps(path.read_text("utf-8"))
    ]
    assert traps == []


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ('self.tr(f"Pay {n} now")', True),
        ('f"{self.tr(text)}!"', True),
        ('QCoreApplication.translate("Exit", f"Pay {n} now")', True),
        ('self.tr("Pay {amount} now").format(amount=f"{n}")', False),
        ('f"{plate.translate(CONFUSABLE)}"', False),
    ],
)
def test_the_trap_of_these_tests_catches_what_lupdate_misses(source: str, caught: bool) -> None:
    assert bool(translation_traps(source)) == caught
