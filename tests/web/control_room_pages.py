"""What the tests of the control room share: its views, the roles that have them, an office counted, a page."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import tree_of

from sinetra.apps.base.actor import Actor
from sinetra.apps.control_room.counting import recount
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.registry.models import Organisation
from sinetra.web.staff.control_room.tabs import TABS

SignIn = Callable[[str], Client]
CASES = ("room_funnel", "room_patterns")
VIEWS = tuple(name for name, _word, _action in TABS)
# Which views each role has; everybody else has none.
HAS = {
    "staf.bawaslu": set(VIEWS),
    "pleno": set(VIEWS),
    "petugas.bkpsdm": set(VIEWS),
    "auditor.bkn": set(VIEWS) - {"room_coverage"},
    "tim.netralitas": set(VIEWS) - set(CASES),
    "inspektorat": set(VIEWS) - set(CASES),
    "ppk": set(VIEWS) - set(CASES),
}


@pytest.fixture
def counted(reports: None) -> None:
    for office in Organisation.objects.order_by("pk"):
        recount(office.pk)


@pytest.fixture
def placed(counted: None, actor: Callable[[str], Actor]) -> None:
    compute_index(actor=actor("petugas.bkpsdm"))


def page_of(client: Client, name: str, **given: str) -> Any:
    answer = client.get(reverse(name), given)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer


def numbers_of(answer: Any) -> list[tuple[int, str]]:
    """Each number of the page's tables that opens the matters behind it, with its address."""
    links = tree_of(answer).xpath("//td//a[contains(@href, 'ruang-kendali/perkara/')]")
    return [(int(link.text_content().strip().replace(".", "")), str(link.get("href"))) for link in links]


def rows_behind(client: Client, address: str) -> int:
    """How many rows the list has, over all of its pages."""
    number, path = 0, address.partition("?")[0]
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = tree_of(answer)
        number += len(page.xpath("//main//tbody/tr"))
        further = page.xpath("string(//nav[@class='pager']//a[@rel='next']/@href)")
        address = f"{path}{further}" if further.startswith("?") else further
    return number
