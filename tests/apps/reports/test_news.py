"""The public list of a day: who has news is in it, nobody else; it stands for a day and then goes."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_cast import Cast, content, filed, formal, key

from sinetra.apps.base.actor import reporter
from sinetra.apps.base.reseal import reseal_all
from sinetra.apps.cases.actions import open_matter
from sinetra.apps.reports import handlers
from sinetra.apps.reports.actions import Filed, write_message
from sinetra.apps.reports.codes import words
from sinetra.apps.reports.follow_talk import seen
from sinetra.apps.reports.models import NewsList, Report, Seen
from sinetra.apps.reports.news import FRESH, build_news, current_news
from sinetra.apps.reports.selectors import follow_report
from sinetra.core.news_token import SHORTEST_LIST, seed_of, token

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 29)


def now() -> datetime:
    return datetime.now(UTC)


def report_of(answer: Filed) -> Report:
    return Report.objects.select_related("organisation").get(pk=answer.report_id)


def is_told(answer: Filed, day: date = DAY) -> bool:
    """As whoever knows the code finds out: by nothing but code and list."""
    news = current_news()
    assert news is not None
    assert news.day == day
    return token(seed_of(answer.code), day).hex() in news.tokens


def build(day: date = DAY, at: datetime | None = None) -> None:
    NewsList.objects.all().delete()
    assert build_news(day, at or now())


def test_a_message_or_a_step_of_the_office_is_news_until_it_was_read(cast: Cast) -> None:
    written, opened, quiet = filed(formal()), filed(formal()), filed(content())
    build()
    assert not any(is_told(one) for one in (written, opened, quiet)), "filing itself is none"
    write_message(report=report_of(written), text="Halo.", key=key(), actor=cast.staff)
    open_matter(report=report_of(opened), actor=cast.staff)
    build()
    assert [is_told(one) for one in (written, opened, quiet)] == [True, True, False]
    seen(written.report_id, follow_report(written.report_id).talk.newest)
    build()
    assert [is_told(one) for one in (written, opened, quiet)] == [False, True, False]


def test_what_the_reporter_writes_is_no_news_for_the_reporter(cast: Cast) -> None:
    mine = filed(content())
    write_message(report=report_of(mine), text="Halo.", key=key(), actor=reporter(mine.report_id))
    build()
    assert not is_told(mine)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["write", "read", "own"])), max_size=8))
def test_whatever_happened_news_is_told_exactly_when_something_is_unread(
    cast: Cast, done: list[tuple[int, str]]
) -> None:
    mine = [filed(content()) for _ in range(3)]
    unread = [False] * 3
    for place, what in done:
        answer = mine[place]
        if what == "read":
            seen(answer.report_id, follow_report(answer.report_id).talk.newest)
        else:
            actor = cast.staff if what == "write" else reporter(answer.report_id)
            write_message(report=report_of(answer), text="Halo.", key=key(), actor=actor)
        unread[place] = {"write": True, "read": False, "own": unread[place]}[what]
    build()
    assert [is_told(answer) for answer in mine] == unread
    assert len(current_news().tokens) == SHORTEST_LIST  # type: ignore[union-attr]


def test_a_list_stands_for_its_day_and_the_next_takes_its_place(cast: Cast) -> None:
    mine = filed(content())
    build()
    before = current_news()
    write_message(report=report_of(mine), text="Halo.", key=key(), actor=cast.staff)
    assert not build_news(DAY, now()), "whoever watches it change would learn when"
    assert current_news() == before
    assert build_news(DAY + timedelta(days=1), now())
    assert NewsList.objects.count() == 1
    assert is_told(mine, DAY + timedelta(days=1))


def test_two_days_share_no_token_of_one_report_and_no_padding(cast: Cast) -> None:
    mine = filed(content())
    write_message(report=report_of(mine), text="Halo.", key=key(), actor=cast.staff)
    build()
    first = set(current_news().tokens)  # type: ignore[union-attr]
    build_news(DAY + timedelta(days=1), now())
    assert first.isdisjoint(current_news().tokens)  # type: ignore[union-attr]


def test_another_code_finds_nothing(cast: Cast) -> None:
    mine = filed(content())
    write_message(report=report_of(mine), text="Halo.", key=key(), actor=cast.staff)
    build()
    never = words().code(secrets.token_bytes(32))
    assert is_told(mine)
    assert token(seed_of(never), DAY).hex() not in current_news().tokens  # type: ignore[union-attr]


def test_news_that_nobody_came_for_is_told_for_ninety_days(cast: Cast) -> None:
    mine = filed(content())
    write_message(report=report_of(mine), text="Halo.", key=key(), actor=cast.staff)
    build(at=now() + FRESH - timedelta(hours=1))
    assert is_told(mine)
    build(at=now() + FRESH + timedelta(hours=1))
    assert not is_told(mine)


def test_the_seed_is_sealed_and_tells_no_code(cast: Cast) -> None:
    mine = filed(content())
    row = report_of(mine)
    assert row.news_sealed is not None
    assert seed_of(mine.code).hex().encode() not in bytes(row.news_sealed)
    assert mine.code not in str(vars(row))
    assert reseal_all() == 0, "its column is known to the rotation of keys, and is of today's key"


def test_the_worker_makes_the_list_of_today(cast: Cast) -> None:
    handlers.news({})
    handlers.news({})
    assert NewsList.objects.get().day == now().date()
    assert not Seen.objects.exists()
