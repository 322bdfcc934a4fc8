"""Whatever the page, it is read or refused in words; nothing else comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core import press
from sinetra.core.errors import BadInput

TEMPLATES = Path(__file__).parents[3] / "bench" / "press" / "templates" / "tuning"
PAGES = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.html"))]
PAGES.append((Path(__file__).parent / "invented" / "04_semarang.html").read_text(encoding="utf-8"))
LEXICON = press.load_lexicon(ROOT)
BODY = "<p>Bawaslu Kota Jambi mengingatkan pegawai agar netral, Senin (4/11/2024), kata ketuanya.</p>" * 4
PLANTED = [
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "&", "&#0;", "&#xFFFFFF;", "&#55296;", "&nbsp", "&amp;amp;quot;",
    "<script>", "</script>", "<style>", "<p", '<p class="', "</body>", "<html>", "<table><tr>", "</div></div></div>",
    "<svg><math>", "<template>", "<noscript>", "\x00", "\x02", "\x03", "\ufffe", "\ud7ff", "é", "â€œ", "Ã©", "\u202e",
    "<?xml version='1.0' encoding='ebcdic'?>", '<meta charset="utf-7">', '<meta charset="idna">', "<base href='http://[x'>",
    "<link rel=canonical href='http://[x'>", "<a href='?page=2'>2</a>", "<p style='display:none'>", "<frameset>",
    "<plaintext>",
]  # fmt: skip


def _told(name: str, data: bytes) -> list[press.Article] | None:
    """The articles; None where the page is refused with what is accepted."""
    try:
        found = [press.extract(LEXICON, document) for document in press.read(name, data)]
    except BadInput as error:
        assert error.field
        return None
    for article in found:
        json.dumps(article.to_json()).encode()
    return found


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_page_cut_and_planted_with_anything_is_read_or_refused(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(PAGES)).replace("{{body}}", BODY)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(page)))
        cut = data.draw(st.integers(0, 60))
        page = page[:at] + data.draw(st.sampled_from(PLANTED)) + page[at + cut :]
    encoding = data.draw(st.sampled_from(["utf-8", "cp1252", "utf-16", "latin-1"]))
    _told("a.html", page.encode(encoding, "replace"))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_bytes_of_any_kind_within_a_page_are_read_or_refused(before: bytes, amid: bytes) -> None:
    _told("a.html", b"<html>" + before + b"<body>" + BODY.encode() + amid + b"</body>")


@pytest.mark.parametrize("tag", ["div", "span", "b", "table><tr><td", "ul><li", "blockquote", "font", "a"])
def test_ten_thousand_levels_end_in_a_text_or_a_refusal(tag: str) -> None:
    _told("a.html", f"<html><body>{BODY}{f'<{tag}>' * 10_000}dalam{BODY}</body></html>".encode())


@pytest.mark.parametrize(
    "place", ['<p class="{}">', '<p style="{}">', "<p {}=1>", '<a href="{}">', "<!--{}-->", "<title>{}"]
)
def test_a_megabyte_in_one_place_is_read_or_refused(place: str) -> None:
    for piece in ("a", " related", "(", "&", "display :"):
        _told("a.html", f"<html><body>{BODY}{place.format(piece * (1_000_000 // len(piece)))}{BODY}".encode())


def test_a_sound_page_is_read() -> None:
    told = _told("a.html", f"<html><body>{BODY}</body></html>".encode())
    assert told is not None and told[0].kab_kota == "Kota Jambi"


def test_a_page_without_text_is_refused() -> None:
    assert _told("a.html", b"<html><body><script>var a = 1;</script></body></html>") is None
