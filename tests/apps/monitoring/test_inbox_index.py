"""The inbox is read through an index in the order in which it is shown; nothing is sorted, whatever is looked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import page
from sinetra.apps.monitoring import inbox_selectors
from sinetra.apps.monitoring.models import Article, Story
from sinetra.core.ids import uuid7
from sinetra.ports.clock import now

pytestmark = pytest.mark.django_db
KINDS = ("sosialisasi", "opinion", "circular")
REGIONS = ("63.71", "63.72", "15.71", None)


@pytest.fixture
def events(press: Actor) -> list[Story]:
    """Sixty, their kinds, places, outlets and states in turns, a day each."""
    rows = [
        Story(
            id=pk,
            organisation_id=press.office,
            title=f"Peristiwa {number}",
            event_type=KINDS[number % 3],
            event_date=None if number % 10 == 0 else date(2024, 9, 1 + number % 30),
            region_id=REGIONS[number % 4],
            state="confirmed" if number % 2 else "proposed",
        )
        for number, pk in enumerate(sorted(uuid7() for _ in range(60)))
    ]
    Story.objects.bulk_create(rows)
    Article.objects.bulk_create(
        Article(
            id=uuid7(),
            organisation_id=press.office,
            story=row,
            source=f"{number}.txt",
            sha256=f"{number:064}",
            outlet=f"Kabar {number % 5} Nusa",
            captured_at=now(),
            text="teks",
            facts={"event_date": None},
        )
        for number, row in enumerate(rows)
    )
    return rows


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({}, "story_newest"),
        ({"state": "proposed"}, "story_by_state"),
        ({"event_type": "opinion"}, "story_by_kind"),
        ({"region": "63.72"}, "story_by_region"),
        ({"region": "jambi"}, "story_by_region"),
        ({"region": "63"}, "story_newest"),
        ({"since": date(2024, 9, 3), "until": date(2024, 9, 9)}, "story_newest"),
        ({"outlet": "kabar 3"}, "story_newest"),
        ({"outlet": "kabar 3"}, "article_by_outlet"),
    ],
)
def test_each_filter_has_an_index_that_gives_the_order(press: Actor, events, asked: dict[str, Any], index: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by what is in the tables")
    rows = inbox_selectors.narrowed(press, inbox_selectors.inbox(press), **asked)
    plan = rows.order_by("-id")[:51].explain()
    assert f"INDEX {index} " in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({}, lambda n: True),
        ({"state": "proposed"}, lambda n: n % 2 == 0),
        ({"event_type": "opinion", "state": "confirmed"}, lambda n: n % 3 == 1 and n % 2 == 1),
        ({"region": "63.72"}, lambda n: n % 4 == 1),
        ({"region": "63"}, lambda n: n % 4 in (0, 1)),
        ({"region": "kota banjar"}, lambda n: n % 4 in (0, 1)),
        ({"region": "99"}, lambda n: False),
        ({"outlet": "KABAR 3"}, lambda n: n % 5 == 3),
        ({"outlet": "tidak ada"}, lambda n: False),
        ({"since": date(2024, 9, 21)}, lambda n: n % 10 != 0 and n % 30 >= 20),
        ({"region": "15.71", "outlet": "kabar 2", "until": date(2024, 9, 15)}, lambda n: n in (2, 42)),
    ],
)
def test_every_event_that_fits_is_met_once_newest_first_page_after_page(press, events, asked, fits) -> None:
    wanted = [row.pk for number, row in reversed(list(enumerate(events))) if fits(number)]
    met, after = [], None
    for _page in range(20):
        found = page(
            inbox_selectors.narrowed(press, inbox_selectors.inbox(press), **asked), order=("-id",), after=after, size=7
        )
        met += [row.pk for row in found]
        after = found.next_token
        if after is None:
            break
    assert met == wanted


def test_an_event_of_another_office_is_met_by_no_filter(press: Actor, elsewhere: Actor, events) -> None:
    for asked in ({}, {"outlet": "kabar 3"}, {"region": "63.72"}, {"event_type": "opinion"}):
        assert not inbox_selectors.narrowed(elsewhere, inbox_selectors.inbox(elsewhere), **asked).exists()
