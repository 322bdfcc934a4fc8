"""An answer prints on one sheet, and without its own style sheet it would not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def sheets(page: Page, address: str) -> int:
    page.goto(address)
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@pytest.mark.parametrize(
    "query",
    [
        "perbuatan=like&siapa=pns",
        "perbuatan=vote&siapa=pppk",
        "perbuatan=use_state_facility&siapa=non_asn",
        "perbuatan=campaign_participation&siapa=village_head",
        "perbuatan=attend_passively&siapa=pns&act.on_duty=false",
    ],
)
def test_an_answer_prints_on_one_sheet(page: Page, query: str):
    assert sheets(page, f"/id/bolehkah/?{query}") == 1


def test_without_the_sheet_the_same_answer_takes_more(page: Page):
    page.route("**/sheet*.css", lambda route: route.abort())
    assert sheets(page, "/id/bolehkah/?perbuatan=like&siapa=pns") > 1


@pytest.mark.parametrize("query", ["siapa=pns", "siapa=pppk&perbuatan=like", "aturan=skb2022.pd-6"])
def test_talking_points_print_on_one_sheet(page: Page, query: str):
    assert sheets(page, f"/id/aturan/cetak/apel/?{query}") == 1
