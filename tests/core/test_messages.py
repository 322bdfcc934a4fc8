"""English is complete, and no template says anything that a translator never sees."""

from __future__ import annotations

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "src" / "sinetra" / "web" / "templates"

# Names that are the same in both languages.
NAMES = re.compile(r"\b(Sinetra|LATIHAN|Bahasa Indonesia|Indonesia|English|CSV|JSON|SHA-256|NIP)\b")
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "placeholder", "title", "data-label"}
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
# A tag whose name is chosen by the template, and a block that holds attributes instead of text.
CHOSEN_TAG = re.compile(r"(</?){%.*?%}")
BLOCK_IN_TAG = re.compile(r"<[^<>]*{%\s*block (\w+)")
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def a_catalogue(*pairs: tuple[str, str], fuzzy: bool = False) -> Catalog:
    catalogue = Catalog(locale="en")
    for message, english in pairs:
        catalogue.add(message, english, flags=["fuzzy"] if fuzzy else [])
    return catalogue


def test_every_message_has_english(messages: ModuleType) -> None:
    assert messages.problems() == []


def test_the_source_has_messages_of_every_kind(messages: ModuleType) -> None:
    found = messages.source_messages()
    places = {place for message in found for place, _line in message.locations}
    assert len(found) > 1000
    for ring in ("core/", "ports/", "apps/", "web/", "cli/", "web/templates/"):
        assert any(place.startswith(f"src/sinetra/{ring}") for place in places), ring
    assert any(message.context for message in found)
    assert any(message.pluralizable for message in found)


@pytest.mark.parametrize(
    ("message", "english", "fuzzy", "problem"),
    [
        ("Perkara", "", False, "no English for: 'Perkara'"),
        ("Perkara", "Matters", True, "fuzzy: 'Perkara'"),
        ("Perkara %(number)s", "Matter", False, "placeholders differ: 'Perkara %(number)s'"),
        ("Perkara %(number)s", "Matter %(nomor)s", False, "placeholders differ: 'Perkara %(number)s'"),
        ("Paling banyak %s.", "At most 20 MB.", False, "placeholders differ: 'Paling banyak %s.'"),
        ("%(n)s dari 100", "%(n)s of 100 %", False, "a percent sign that is not doubled: '%(n)s dari 100'"),
        ("Perkara ini ditutup", "Perkara yang ditutup", False, "still Indonesian: 'Perkara ini ditutup'"),
    ],
)
def test_a_planted_mistake_is_found(
    messages: ModuleType, message: str, english: str, fuzzy: bool, problem: str
) -> None:
    source = a_catalogue((message, ""), ("Tenggat", ""))
    known = a_catalogue((message, english), fuzzy=fuzzy)
    known.add("Tenggat", "Deadline")
    assert messages.problems(source, known) == [problem]


def test_a_message_that_the_catalogue_never_met_is_found(messages: ModuleType) -> None:
    source = a_catalogue(("Perkara", ""))
    assert messages.problems(source, a_catalogue()) == ["no English for: 'Perkara'"]


def test_a_plural_needs_each_of_its_forms(messages: ModuleType) -> None:
    source, known = Catalog(locale="en"), Catalog(locale="en")
    source.add(("%(n)s hari", "%(n)s hari"))
    known.add(("%(n)s hari", "%(n)s hari"), ("%(n)s day", ""))
    assert messages.problems(source, known) == ["no English for: '%(n)s hari'"]


def test_a_context_has_its_own_english(messages: ModuleType) -> None:
    source = Catalog(locale="en")
    source.add("Laporan", context="menu")
    assert messages.problems(source, a_catalogue(("Laporan", "Report"))) == ["no English for: 'Laporan'"]


def test_extracting_keeps_english_and_drops_what_is_gone(
    messages: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "PO", tmp_path / "django.po")
    monkeypatch.setattr(messages, "source_messages", lambda: a_catalogue(("Perkara", ""), ("Tenggat", "")))
    messages.save(a_catalogue(("Perkara", "Matters"), ("Sudah tidak dipakai", "No longer used")))
    messages.extract_messages()
    once = messages.PO.read_bytes()
    messages.extract_messages()
    assert messages.PO.read_bytes() == once
    assert {message.id: message.string for message in messages.english() if message.id} == {
        "Perkara": "Matters",
        "Tenggat": "",
    }


class _Spoken(HTMLParser):
    """Texts and spoken attributes of a page, with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style"}
        spoken = [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]
        self.found += [(self.getpos()[0], value) for value in spoken]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append((self.getpos()[0], data))


def attribute_blocks() -> set[str]:
    return {name for path in TEMPLATES.rglob("*.html") for name in BLOCK_IN_TAG.findall(path.read_text("utf-8"))}


def untranslated(template: str, attributes: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """``line: text`` of what a reader sees or hears and no translation tag holds. ``attributes``: names of blocks."""
    template = CHOSEN_TAG.sub(r"\1x ", template)
    blocks = [re.compile(rf"{{%\s*block {name}\b.*?endblock.*?%}}", re.DOTALL) for name in attributes]
    for pattern in (COMMENT, *blocks, TRANSLATED, TAG):
        template = pattern.sub(lambda found: " \x00 " + "\n" * found[0].count("\n"), template)
    page = _Spoken()
    page.feed(template)
    page.close()
    said = []
    for line, whole in page.found:
        for text in whole.split("\x00"):
            if WORD.search(NAMES.sub("", text)):
                before = len(text) - len(text.lstrip())
                said.append(f"{line + text[:before].count(chr(10))}: {text.strip()}")
            line += text.count("\n")
    return said


def test_no_template_speaks_outside_translation_tags() -> None:
    paths = sorted(TEMPLATES.rglob("*.html"))
    assert len(paths) > 50
    blocks = attribute_blocks()
    found = {str(path.relative_to(TEMPLATES)): untranslated(path.read_text("utf-8"), blocks) for path in paths}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_a_planted_text_is_found_and_a_translated_one_is_not() -> None:
    template = """{% extends "base.html" %}
    {# Catatan untuk pembuat halaman #}
    <h1>{% translate "Ruang kerja" %}</h1><p>Sinetra · 22</p><script>const teks = "halo";</script>
    <p>{% blocktranslate with day=today %}Hari ini {{ day }}.{% endblocktranslate %}</p>
    <p>Perkara {{ number }} sudah ditutup</p><img alt="Peta wilayah" src="peta.svg">
    <a href="/x" aria-label="{% translate 'Jejak' %}">{{ word }}</a>
    <{% if head %}th{% else %}td{% endif %} class="number">{{ word }}</{% if head %}th{% else %}td{% endif %}>
    {% block width %}reading{% endblock %}{% block content %}Halo{% endblock %}"""
    assert attribute_blocks() >= {"width"}
    assert untranslated(template, {"width"}) == ["5: Perkara", "5: sudah ditutup", "5: Peta wilayah", "8: Halo"]
