"""Charts in their frame: the finding first, the same numbers as a table and as files, hostile words harmless."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation
from lxml import etree, html
from openpyxl import load_workbook

from sinetra.core.charts import Funnel, Stage, draw_funnel
from sinetra.web import chart_words
from sinetra.web.charts import Frame, chart_file, frame, marks
from sinetra.web.public.style_charts import sample_frames

DAY = date(2024, 11, 22)
HOSTILE = '=1+1</title><script>alert("x")</script>'


@pytest.fixture
def guide(db) -> Client:
    return Client()


def funnel(path: str = "/id/gaya/", *, name: str = "Diterima", empty: bool = False, query: str = "") -> Frame:
    stages = [] if empty else [Stage(name=name, reached=1234, waiting=(5,), url="/daftar/?a=1&b=2")]
    chart = draw_funnel(
        Funnel(name="corong", title=name, stages=stages, bands=("baru",), words=chart_words.funnel(), marks=marks())
    )
    return frame(RequestFactory().get(path, QUERY_STRING=query), chart, source="Contoh", as_of=DAY)


def rendered(shown: Frame) -> html.HtmlElement:
    return html.fromstring(render_to_string("parts/chart.html", {"frame": shown}))


def test_the_style_guide_shows_every_chart_with_caption_table_and_files(guide: Client):
    tree = html.document_fromstring(guide.get("/id/gaya/").content.decode())
    names = ["corong", "kuadran", "pendorong", "kecenderungan", "pola", "pengetahuan", "corong-kosong"]
    frames = tree.xpath("//figure[contains(@class, 'chart-frame')]")
    assert [item.get("id") for item in frames] == names
    for item in frames:
        assert item.xpath("string(svg/@role)") == "img"
        assert "keadaan per Jumat, 22 November 2024" in item.text_content()
    for item in frames[:-1]:
        assert len(item.xpath(".//details//table")) == 1
        assert len(item.xpath(".//a[@download]")) == 2
    assert not frames[-1].xpath(".//details | .//a")


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_csv_has_the_numbers_of_the_table_beside_the_drawing(guide: Client, language: str):
    tree = html.document_fromstring(guide.get(f"/{language}/gaya/").content.decode())
    for item in tree.xpath("//figure[contains(@class, 'chart-frame')][.//details]"):
        (address,) = item.xpath(".//a[contains(@href, 'berkas=csv')]/@href")
        answer = guide.get(f"/{language}/gaya/{address}")
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        rows = list(csv.reader(answer.content.decode().splitlines()))
        heads = [cell.text_content() for cell in item.xpath(".//thead//th")]
        shown = [[cell.text_content() for cell in row.xpath("th | td")] for row in item.xpath(".//tbody/tr")]
        assert rows[0] == heads
        assert [[plain(cell, language) for cell in row] for row in shown] == [
            [str(float(cell)) if is_number(cell) else cell for cell in row] for row in rows[1:]
        ]


def is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit()


def plain(text: str, language: str) -> str:
    """A shown number as a machine writes it."""
    bare = text.replace(".", "").replace(",", ".") if language == "id" else text.replace(",", "")
    bare = bare.removeprefix("+")
    return str(float(bare)) if is_number(bare) else text.replace("–", "") if text == "–" else text


def test_the_svg_stands_alone(guide: Client):
    answer = guide.get("/id/gaya/?grafik=kuadran&berkas=svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert 'filename="kuadran-2024-11-22.svg"' in answer.headers["Content-Disposition"]
    tree = etree.fromstring(answer.content)
    assert not tree.xpath("//@class | //@style")
    assert tree.xpath("//*[local-name() = 'circle']/@fill")


def test_what_is_no_file_of_the_page_is_the_page(guide: Client):
    for query in (
        "grafik=lain&berkas=csv",
        "grafik=corong&berkas=exe",
        "grafik=corong-kosong&berkas=csv",
        "berkas=csv",
    ):
        assert guide.get(f"/id/gaya/?{query}").headers["Content-Type"].startswith("text/html")
    # A workbook is for pages of staff.
    assert guide.get("/id/gaya/?grafik=corong&berkas=xlsx").headers["Content-Type"].startswith("text/html")


def test_staff_take_a_workbook_that_tells_what_it_is():
    shown = funnel("/kerja/id/ruang/", query="masa=2024")
    assert [link.text for link in shown.files] == ["CSV", "SVG", "XLSX"]
    assert shown.files[2].url == "?masa=2024&grafik=corong&berkas=xlsx"
    answer = chart_file(RequestFactory().get("/kerja/id/ruang/" + shown.files[2].url), shown)
    assert answer is not None
    assert answer.headers["Cache-Control"] == "private, no-store"
    book = load_workbook(BytesIO(answer.content))
    assert [cell.value for cell in book.worksheets[0][2]] == ["Diterima", 1234, 100, 5, 5]
    told = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert told == ["Diterima", "Contoh", "keadaan per Jumat, 22 November 2024"]


def test_a_file_of_staff_is_kept_by_no_cache_and_one_of_the_public_may_be():
    for path, kept in (("/kerja/id/ruang/", "private, no-store"), ("/id/gaya/", None)):
        answer = chart_file(RequestFactory().get(f"{path}?grafik=corong&berkas=csv"), funnel(path))
        assert answer is not None
        assert answer.headers.get("Cache-Control") == kept


def test_two_charts_of_one_name_are_refused():
    request = RequestFactory().get("/?grafik=corong&berkas=csv")
    with pytest.raises(ValueError, match="one name"):
        chart_file(request, funnel(), funnel())


def test_hostile_words_are_words_in_the_page_and_no_formula_in_a_file():
    shown = funnel(name=HOSTILE)
    tree = rendered(shown)
    assert not tree.xpath("//script")
    assert HOSTILE in tree.xpath("string(.//h3)")
    answer = chart_file(RequestFactory().get("/?grafik=corong&berkas=csv"), shown)
    assert answer is not None
    assert list(csv.reader(answer.content.decode().splitlines()))[1][0] == f"'{HOSTILE}"


def test_a_row_of_the_table_opens_the_list_behind_it():
    (link,) = rendered(funnel()).xpath(".//tbody//a")
    assert (link.text_content(), link.get("href")) == ("Diterima", "/daftar/?a=1&b=2")


def test_a_chart_of_nothing_says_so_and_offers_nothing():
    tree = rendered(funnel(empty=True))
    assert "Belum ada yang dihitung" in tree.text_content()
    assert not tree.xpath(".//details | .//a")


@pytest.mark.parametrize(("language", "number"), [("id", "1.234"), ("en", "1,234")])
def test_numbers_and_words_are_those_of_the_language(language: str, number: str):
    with translation.override(language):
        tree = rendered(funnel())
        assert number in tree.xpath("string(svg)")
        assert tree.xpath("string(.//thead/tr/th[1])") == {"id": "Tahap", "en": "Stage"}[language]


def test_english_charts_have_no_word_of_indonesian_beside_names():
    with translation.override("en"):
        request = RequestFactory().get("/en/gaya/")
        told = " ".join(f"{shown.chart.svg} {shown.table.columns}" for shown in sample_frames(request, DAY))
    for word in ("menunggu", "Cakupan", "selang", "Belum", "Sebelum", "dari pegawai"):
        assert word not in told
