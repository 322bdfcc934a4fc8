"""On pages in the manner of Indonesian news sites the article is what is left, and all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.press.pages import TEMPLATES, WebPage, pages

from sinetra.catalogue import ROOT
from sinetra.core import press
from sinetra.core.press.clean import clean

LEXICON = press.load_lexicon(ROOT)
# The first text in every template on which the filter was made; those kept apart are measured by bench/press.
NAMES = sorted(path.stem for path in Path(TEMPLATES / "tuning").glob("*.html"))
FIRST: dict[str, WebPage] = {page.template: page for page in reversed(list(pages("tuning")))}


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_what_is_left(name: str) -> None:
    page = FIRST[name]
    (raw,) = press.read("a.html", page.html.encode())
    cleaned = clean(LEXICON, raw.text, title=raw.title, removed=raw.removed)
    lines = cleaned.text.split("\n")
    assert lines[0] == page.title
    assert lines[1:] == page.gold.split("\n")
    assert cleaned.removed


def test_cells_of_a_table_stand_apart() -> None:
    rows = "".join(
        f"<tr><td>Kab. Contoh {name}</td><td>{number}</td></tr>" for name, number in (("Hulu", 34), ("Hilir", 27))
    )
    told = (
        "<p>" + "Kantor itu mencatat aduan pelanggaran netralitas dari seluruh daerah selama pemilihan. " * 4 + "</p>"
    )
    (document,) = press.read(
        "a.html", f"<html><body><article><h1>Aduan</h1>{told}<table>{rows}</table>{told}</article>".encode()
    )
    assert "Kab. Contoh Hulu 34\nKab. Contoh Hilir 27" in document.text
