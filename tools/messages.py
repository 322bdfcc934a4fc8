"""Message catalogues without GNU gettext: extract, compile and check with Babel.

Indonesian is the source language; ``src/sinetra/locale/en`` is complete, and ``check`` fails when it is not.

    python tools/messages.py extract | compile | check
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "sinetra"
PO = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "_lazy": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def _as_python(template: str) -> str:
    """A Django template as the pseudo-Python in which its messages are gettext calls."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize

    return str(templatize(template))


def _messages() -> Catalog:
    catalog = Catalog(locale="en", project="sinetra", charset="utf-8")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            text = _as_python(text)
        name = path.relative_to(SOURCE.parent.parent).as_posix()
        stream = io.BytesIO(text.encode())
        for _line, message, comments, context in extract("python", stream, KEYWORDS, options={"encoding": "utf-8"}):
            # Locations without line numbers keep the diff to what changed.
            catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def _read() -> Catalog:
    if not PO.exists():
        return Catalog(locale="en", project="sinetra", charset="utf-8")
    with PO.open("rb") as handle:
        return read_po(handle, locale="en")


def extract_messages() -> int:
    catalog = _read()
    catalog.update(_messages(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as handle:
        write_po(handle, catalog, sort_output=True, include_lineno=False, width=120)
    text = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By):.*\n', "", PO.read_text("utf-8"), flags=re.M)
    PO.write_text(text, encoding="utf-8")
    return 0


def compile_messages() -> int:
    if PO.exists():
        with PO.with_suffix(".mo").open("wb") as handle:
            write_mo(handle, _read())
    return 0


def problems() -> list[str]:
    """Every message of the source that English lacks, is fuzzy, or whose placeholders differ."""
    known = _read()
    found = []
    for message in _messages():
        if not message.id:
            continue
        name = message.id if isinstance(message.id, str) else message.id[0]
        there = known.get(name, message.context)
        strings = [] if there is None else [there.string] if isinstance(there.string, str) else list(there.string)
        if not strings or not all(strings):
            found.append(f"no English for: {name!r}")
        elif there is not None and there.fuzzy:
            found.append(f"fuzzy: {name!r}")
        elif set(re.findall(r"%\(\w+\)", name)) - set(re.findall(r"%\(\w+\)", "".join(strings))):
            found.append(f"placeholders differ: {name!r}")
    return found


def check() -> int:
    found = problems()
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    commands = {"extract": extract_messages, "compile": compile_messages, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        sys.exit("tools/messages.py: accepted values: " + ", ".join(commands))
    sys.exit(commands[sys.argv[1]]())
