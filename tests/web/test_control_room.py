"""The control room: eight views of an office, each number with the list behind it, and who may not see them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from django.urls import reverse
from lxml import html

from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.control_room.counting import recount
from sinetra.apps.control_room.handlers import recount_all
from sinetra.apps.control_room.models import RoomCell, RoomState
from sinetra.apps.registry.models import Organisation
from sinetra.jobs.worker import drain

sys.path.insert(0, str(Path(__file__).resolve().parent))

from staff_pages import text_of

CASES = ("room_funnel", "room_patterns")


@pytest.fixture
def counted(reports) -> None:
    for office in Organisation.objects.all():
        recount(office.pk)


def page_of(client, name: str, **given):
    answer = client.get(reverse(name), given)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer


def cells_with_links(answer) -> list[tuple[str, str]]:
    """Text and address of each number of the page's tables that opens the matters behind it."""
    page = html.document_fromstring(answer.content.decode())
    return [
        (" ".join(link.text_content().split()), str(link.get("href")))
        for link in page.xpath("//td//a[contains(@href, 'ruang-kendali/perkara/')]")
    ]


def rows_behind(client, address: str) -> int:
    """How many matters the list has, over all of its pages."""
    number = 0
    while address:
        page = html.document_fromstring(client.get(address).content.decode())
        number += len(page.xpath("//tbody/tr"))
        address = str(page.xpath("string(//nav[@class='pager']//a[@rel='next']/@href)"))
    return number


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn", "petugas.bkpsdm"])
@pytest.mark.parametrize("name", CASES)
def test_each_number_leads_to_a_list_of_that_many_matters(counted, signed_in, username, name) -> None:
    client = signed_in(username)
    numbers = cells_with_links(page_of(client, name))
    for text, address in numbers:
        assert rows_behind(client, address) == int(text.replace(".", "")), address
    office = Organisation.objects.get(pk=RoomState.objects.first().pk) if username == "staf.bawaslu" else None
    assert office is None or any(text != "0" for text, _address in numbers)
