"""Pages of invented news sites, each with the text that a perfect cleaner gives: templates × texts.

A template says in comments how a paragraph looks (``p``) and what is printed after which paragraph (``after 3``).
Texts are those on which the reader is tuned and whose headline is known; the gold is their paragraphs that end like a
sentence.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

TEMPLATES = Path(__file__).parent / "templates"
SAMPLES = Path(__file__).parents[2] / "tests" / "core" / "press" / "samples" / "tuning"
_DIRECTIVE = re.compile(r"^<!--(p|after (\d+)) (.*) -->\n", re.MULTILINE)
_NAME = re.compile(r"\{\{(\w+)\}\}")
_ENDS = re.compile(r"[.!?][\"”’)]?$")
_NOT_TOLD = re.compile(r"^(?:baca|simak|lihat|foto|ket|dok|editor|penulis|redaksi|tag)\b|\bbaca juga\b|cookie|©", re.I)
AUTHORS = ("Rahmat F", "Siti Nurlaila", "Yudi/tim", "Maya Puspita")
PHOTOS = (
    "Suasana apel pagi di halaman balai kota",
    "Ketua Bawaslu memberi keterangan kepada wartawan",
    "Peserta sosialisasi berfoto bersama usai kegiatan",
)
_LEAST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """``title`` is told apart: whether a cleaner repeats the headline is not judged."""

    template: str
    html: str
    title: str
    gold: str


def texts() -> list[Text]:
    told = yaml.safe_load((SAMPLES / "gold.yaml").read_text(encoding="utf-8"))["articles"]
    found = []
    for item in told:
        path = SAMPLES / item["file"]
        if path.suffix != ".txt" or "title" not in item:
            continue
        lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
        body = [line for line in lines if len(line) > 60 and _ENDS.search(line) and not _NOT_TOLD.search(line)]
        if len(body) >= _LEAST:
            found.append(Text(title=item["title"], paragraphs=tuple(body)))
    return found


def pages(kind: str) -> Iterator[WebPage]:
    """``kept``: templates that nobody looked at when the filter was made; ``tuning``: the others."""
    all_texts = texts()
    for path in sorted((TEMPLATES / kind).glob("*.html")):
        template = path.read_text(encoding="utf-8")
        for number, text in enumerate(all_texts):
            others = [all_texts[(number + step) % len(all_texts)].title for step in range(1, 7)]
            yield _page(path.stem, template, text, others, number)


def _page(name: str, template: str, text: Text, others: list[str], number: int) -> WebPage:
    words = {f"o{place}": html.escape(title) for place, title in enumerate(others, start=1)}
    words |= {"title": html.escape(text.title), "cls": f"c{number}", "author": AUTHORS[number % len(AUTHORS)]}
    words["photo"] = PHOTOS[number % len(PHOTOS)]
    form, after = "", dict[int, str]()
    for kind, place, what in _DIRECTIVE.findall(template):
        if kind == "p":
            form = what
        else:
            after[int(place)] = what
    parts = []
    for place, paragraph in enumerate(text.paragraphs, start=1):
        parts.append(_filled(form, words | {"text": html.escape(paragraph, quote=False)}))
        parts.append(_filled(after.get(place, ""), words))
    page = _filled(_DIRECTIVE.sub("", template), words | {"body": "\n".join(parts)})
    return WebPage(template=name, html=page, title=text.title, gold="\n".join(text.paragraphs))


def _filled(form: str, words: dict[str, str]) -> str:
    return _NAME.sub(lambda match: words[match[1]], form)
