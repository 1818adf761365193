"""Keeps the Qt Linguist catalogues in step with the code.

    python -m kiosk.ui.translations [FILE.json ...]

collects the literal template of every `Text("...")` under `kiosk/` into each
`resources/translations/boomgate_<code>.ts`. Translations already there are kept, new templates are
marked unfinished, templates no longer used are dropped. A JSON file `{"code": {"template":
"translation"}}` fills in finished ones. Qt's own lupdate does not know `Text`, hence this tool; the
files stay what Linguist reads and writes.
"""

from __future__ import annotations

import ast
import json
import string
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from kiosk.ui.language import CATALOGUES, CONTEXT, TONGUES

CODE = Path(__file__).resolve().parents[1]
SOURCE_LANGUAGE = "en"


def templates(root: Path = CODE) -> list[str]:
    """Every template in the code, sorted, each once."""
    found: set[str] = set()
    for path in root.rglob("*.py"):
        found.update(_in_module(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def places(template: str) -> frozenset[tuple[str, str]]:
    """The `{name:style}` places of a template or its translation."""
    parts = string.Formatter().parse(template)
    return frozenset((name, style or "") for _, name, style, _ in parts if name is not None)


def read(path: Path) -> dict[str, str]:
    """Template to finished translation."""
    if not path.exists():
        return {}
    finished: dict[str, str] = {}
    for message in ET.parse(path).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None and translation.text:
            finished[message.findtext("source", "")] = translation.text
    return finished


def write(path: Path, code: str, wanted: list[str], finished: Mapping[str, str]) -> list[str]:
    """Write a catalogue of the wanted templates; returns those still without translation."""
    root = ET.Element("TS", version="2.1", language=TONGUES[code].locale, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing: list[str] = []
    for template in wanted:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = template
        translation = ET.SubElement(message, "translation")
        if template in finished:
            translation.text = finished[template]
        else:
            translation.set("type", "unfinished")
            missing.append(template)
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", encoding="utf-8")
    return missing


def update(given: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """Bring every catalogue up to date; returns what is missing, by language."""
    wanted = templates()
    missing: dict[str, list[str]] = {}
    for code in TONGUES:
        if code != SOURCE_LANGUAGE:
            path = CATALOGUES / f"boomgate_{code}.ts"
            finished = {**read(path), **given.get(code, {})}
            missing[code] = write(path, code, wanted, finished)
    return missing


def _in_module(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("Text"), args=[ast.Constant(value=str(template)), *_]):
                if any(character.isalpha() for character in _words(template)):
                    yield template


def _words(template: str) -> str:
    """What is left to translate between the places."""
    return "".join(literal for literal, *_ in string.Formatter().parse(template))


def _main(files: list[str]) -> int:
    given: dict[str, dict[str, str]] = {}
    for name in files:
        for code, sentences in json.loads(Path(name).read_text(encoding="utf-8")).items():
            given.setdefault(code, {}).update(sentences)
    missing = update(given)
    for code, gaps in missing.items():
        for template in gaps:
            sys.stdout.write(f"{code}: {json.dumps(template, ensure_ascii=False)}\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
