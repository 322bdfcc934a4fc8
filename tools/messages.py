"""Message catalogues without GNU gettext: extract, compile and check with Babel.

Indonesian is the source language; ``src/sinetra/locale/en`` is complete, and ``check`` fails when it is not.
``extract`` keeps every translation that there is and drops those whose message is gone.

    python tools/messages.py extract | compile | check
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
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
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd](?![a-z])")
# Words that no English sentence has; what is quoted (a name, a reply to type) may have them.
INDONESIAN = re.compile(r"(?<!“)\b(yang|dan|tidak|untuk|dengan|belum|sudah|bukan|atau|kepada|dapat)\b", re.IGNORECASE)
VOLATILE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Project-Id-Version|Report-Msgid-Bugs-To|Last-Translator'
    r"|Language-Team):.*\n",
    re.MULTILINE,
)


def _as_python(template: str) -> str:
    """A Django template as the pseudo-Python in which its messages are gettext calls."""
    from django.conf import settings

    if not settings.configured:
        settings.configure()
    from django.utils.translation.template import templatize

    return str(templatize(template))


def source_messages() -> Catalog:
    """Every message of the source, as its code and its templates have it now."""
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


def english() -> Catalog:
    """The English catalogue as it is stored."""
    if not PO.exists():
        return Catalog(locale="en", project="sinetra", charset="utf-8")
    with PO.open("rb") as handle:
        return read_po(handle, locale="en")


def save(catalog: Catalog) -> None:
    """Sorted by message and without dates: two people who extract the same source write the same file."""
    catalog.header_comment = "# English messages of Sinetra; the source language is Indonesian."
    catalog.fuzzy = False
    written = io.BytesIO()
    write_po(written, catalog, sort_output=True, include_lineno=False, width=120)
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_text(VOLATILE.sub("", written.getvalue().decode("utf-8")), encoding="utf-8")


def extract_messages() -> int:
    catalog = english()
    catalog.update(source_messages(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    save(catalog)
    return 0


def compile_messages() -> int:
    if PO.exists():
        with PO.with_suffix(".mo").open("wb") as handle:
            write_mo(handle, english())
    return 0


def problems(source: Catalog | None = None, known: Catalog | None = None) -> list[str]:
    """Each message of the source that English lacks, is fuzzy, breaks when filled in, or is Indonesian still."""
    known = english() if known is None else known
    found = []
    for message in source_messages() if source is None else source:
        if message.id:
            name = _forms(message.id)[0]
            wrong = _wrong(message, known.get(name, message.context))
            if wrong:
                found.append(f"{wrong}: {name!r}")
    return found


def _wrong(message: Message, there: Message | None) -> str:
    strings = () if there is None else _forms(there.string)
    if there is None or not strings or not all(strings):
        return "no English for"
    if there.fuzzy:
        return "fuzzy"
    wanted = set(PLACEHOLDER.findall(" ".join(_forms(message.id))))
    if any(set(PLACEHOLDER.findall(text)) != wanted for text in strings):
        return "placeholders differ"
    if wanted and any("%" in PLACEHOLDER.sub("", text).replace("%%", "") for text in strings):
        return "a percent sign that is not doubled"
    if any(INDONESIAN.search(text) for text in strings):
        return "still Indonesian"
    return ""


def _forms(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """No form of a message that is not translated, one of a plain message, each form of a plural one."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


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
