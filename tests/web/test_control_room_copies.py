"""Copies of the control room, the brief and the workbook: the same figures as the pages, and when they were counted."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from sinetra.apps.control_room.models import RoomState
from sinetra.apps.registry.models import Organisation

sys.path.insert(0, str(Path(__file__).resolve().parent))

from control_room_pages import HAS, VIEWS, SignIn, counted, page_of, placed
from reading import text_of, tree_of

__all__ = ["counted", "placed"]


def texts_of(answer: Any) -> list[str]:
    """Every cell of every table of the page, without what only a screen reader or a phone needs."""
    cells = tree_of(answer).xpath("//main//tbody/tr/*[not(.//details)]")
    return [" ".join(cell.text_content().split()) for cell in cells]


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn", "petugas.bkpsdm"])
def test_the_brief_says_the_same_figures_as_the_pages(placed, signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    file = client.get(reverse("room_brief"))
    assert file.headers["Content-Type"] == "application/pdf"
    paper = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(file.content)).pages))
    for name in sorted(HAS[username]):
        answer = page_of(client, name)
        for table in tree_of(answer).xpath("//main//table"):
            for row in table.xpath(".//tbody/tr")[:15]:
                told = "".join(squeezed(cell.text_content()) for cell in row.xpath("./*[not(.//details)]"))
                assert told in paper or all(
                    squeezed(c.text_content()) in paper for c in row.xpath("./*[not(.//details)]")
                )
        for item in tree_of(answer).xpath("//dl[@class='numbers']/div"):
            term, number = item.xpath("string(dt)"), item.xpath("string(dd)")
            assert squeezed(f"{term}: {number}") in paper, (name, term)
    assert client.get(reverse("room_brief")).content == file.content


def test_a_copy_says_when_its_figures_were_counted(placed, signed_in: SignIn) -> None:
    """The count may be days older than the copy."""
    office = Organisation.objects.get(short_name="Bawaslu Cendana")
    RoomState.objects.filter(pk=office.pk).update(day=date(2024, 11, 19), computed_at="2024-11-19T01:15:00Z")
    client = signed_in("staf.bawaslu")
    told = "keadaan per Selasa, 19 November 2024 · dihitung 19 November 2024, 08.15 WIB"
    assert told in text_of(page_of(client, "room_funnel"))
    paper = PdfReader(io.BytesIO(client.get(reverse("room_brief")).content)).pages
    assert squeezed(told) in squeezed("".join(page.extract_text() for page in paper))
    book = load_workbook(io.BytesIO(client.get(reverse("room_workbook", args=["room_funnel"])).content))
    assert any(told in str(row[0]) for row in book.worksheets[-1].iter_rows(values_only=True))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


def said(value: object) -> str:
    """A number of the page and the same number in a sheet."""
    text = " ".join(str(value).split()).lstrip("'")
    plain = text.replace(".", "").replace(",", ".").lstrip("+") if isinstance(value, str) else text
    return f"{float(plain):g}" if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain) else text


@pytest.mark.parametrize("name", VIEWS)
def test_the_workbook_has_the_tables_of_the_page(placed, signed_in: SignIn, name: str) -> None:
    client = signed_in("staf.bawaslu")
    answer = client.get(reverse("room_workbook", args=[name]))
    book = load_workbook(io.BytesIO(answer.content), read_only=True)
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    told = {said(value) for row in rows for value in row if value is not None}
    missing = [text for text in texts_of(page_of(client, name)) if text and said(text) not in told]
    assert missing == []
    assert book.worksheets[-1].title == "Keterangan"
