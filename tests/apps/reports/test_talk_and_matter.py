"""The talk goes with its matter: what is asked for, taking back, retaliation, sealed when cleared, gone when erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from report_cast import FILED_AT, NAME, Cast, key
from talk_cast import by_code, cleared, fresh, waiting, written

from casework_rows import checked, registered
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import accept_repair, close, open_matter, withdraw
from sinetra.apps.cases.erasure.erase import erase_matter
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome, State
from sinetra.apps.reports.actions import answer_retaliation, ask_withdrawal, read_messages
from sinetra.apps.reports.messages import MOST_UNREAD
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.sealing import Erased
from sinetra.apps.reports.selectors import follow_report
from sinetra.apps.reports.talk import talk_line, talk_view, unread
from sinetra.apps.reports.vocabulary import Mark
from sinetra.apps.reports.withdrawal import Effect, withdrawal_of
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db


def test_the_reporter_reads_what_is_asked_with_its_clock_and_answers_there(cast: Cast) -> None:
    matter = waiting(cast)
    report = fresh(matter.report)  # type: ignore[arg-type]
    asked = follow_report(report.pk).talk.completion
    assert asked is not None
    assert (asked.gaps, asked.words("id"), asked.words("en")) == (("evidence",), ("Bukti",), ("Evidence",))
    assert asked.due is not None
    assert asked.due.rule == "pilkada.repair"
    assert asked.answered_on is None
    written(report, "Foto saya bawa ke kantor besok.", completes=True)
    assert follow_report(report.pk).talk.completion.answered_on is not None  # type: ignore[union-attr]
    assert unread(cast.staff).get().mark == Mark.COMPLETION
    assert Matter.objects.get(pk=matter.pk).state == State.REPAIR, "whether it is enough a person decides"
    checked(Matter.objects.get(pk=matter.pk), cast.staff)
    accept_repair(
        matter=Matter.objects.get(pk=matter.pk),
        actor=cast.staff,
        at=datetime.fromisoformat("2024-11-23T09:00+07:00"),
    )
    assert follow_report(report.pk).talk.completion is None


def test_without_a_request_there_is_nothing_to_complete(cast: Cast) -> None:
    report = cast.report()
    assert follow_report(report.pk).talk.completion is None
    with pytest.raises(Conflict, match="tidak sedang meminta"):
        written(report, completes=True)


def test_taking_back_tells_the_office_and_moves_nothing(cast: Cast) -> None:
    matter = cast.matter()
    report = fresh(matter.report)  # type: ignore[arg-type]
    assert withdrawal_of(report).effect is Effect.ENDS
    ask_withdrawal(report=report, key=key(), actor=by_code(report))
    assert Matter.objects.get(pk=matter.pk).state == matter.state
    assert talk_line(cast.staff, report).withdrawal_asked_on is not None
    assert unread(cast.staff).get().mark == Mark.WITHDRAWAL
    with pytest.raises(Conflict, match="sudah dikirim"):
        ask_withdrawal(report=report, key=key(), actor=by_code(report))
    withdraw(matter=Matter.objects.get(pk=matter.pk), reason="Lewat kode.", actor=cast.staff)
    decided = withdrawal_of(fresh(report))
    assert (decided.effect, decided.asked_on) == (None, None)
    with pytest.raises(Conflict, match="tidak dapat dicabut"):
        ask_withdrawal(report=fresh(report), key=key(), actor=by_code(report))


def test_a_withdrawal_sent_twice_asks_once(cast: Cast) -> None:
    report, secret = cast.report(), key()
    given: dict[str, Any] = {"report": report, "key": secret, "text": "Saya takut.", "actor": by_code(report)}
    assert not ask_withdrawal(**given).repeated
    assert ask_withdrawal(**given).repeated
    assert Message.objects.count() == 1


def test_what_taking_back_brings_about_depends_on_where_it_stands_and_says_how_far_it_was_checked(cast: Cast) -> None:
    not_opened = cast.report()
    assert withdrawal_of(not_opened).effect is Effect.ENDS
    assert withdrawal_of(not_opened).confidence == "perlu-cek", "Perbawaslu 8/2020 was not read"
    matter = registered(cast.matter(), cast.staff)
    assert withdrawal_of(fresh(matter.report)).effect is Effect.GOES_ON  # type: ignore[arg-type]
    information = cast.report(channel="initial_information", reporter=None)
    assert withdrawal_of(information).effect is None, "initial information is no report"
    assert withdrawal_of(fresh(cleared(cast).report)).effect is None  # type: ignore[arg-type]


@pytest.mark.parametrize("happened", [True, False])
def test_after_closing_the_question_is_asked_once_and_reaches_the_office(cast: Cast, happened: bool) -> None:
    report = fresh(cleared(cast).report)  # type: ignore[arg-type]
    assert follow_report(report.pk).talk.asks_about_retaliation
    text = "Saya dipindahkan seminggu kemudian." if happened else ""
    answer_retaliation(report=report, happened=happened, text=text, key=key(), actor=by_code(report))
    assert not follow_report(report.pk).talk.asks_about_retaliation
    row = unread(cast.staff).get()
    assert row.mark == (Mark.RETALIATION if happened else Mark.NO_RETALIATION)
    assert [one.text for one in talk_view(cast.staff, report.pk).messages] == [text]
    with pytest.raises(Conflict, match="sudah dijawab"):
        answer_retaliation(report=report, happened=False, key=key(), actor=by_code(report))


def test_while_the_matter_is_open_nobody_is_asked_about_retaliation(cast: Cast) -> None:
    for report in (cast.report(), fresh(cast.matter().report)):  # type: ignore[arg-type]
        assert not follow_report(report.pk).talk.asks_about_retaliation
        with pytest.raises(Conflict):
            answer_retaliation(report=report, happened=False, key=key(), actor=by_code(report))


def test_a_yes_without_a_word_is_asked_for_one(cast: Cast) -> None:
    report = fresh(cleared(cast).report)  # type: ignore[arg-type]
    with pytest.raises(BadInput) as caught:
        answer_retaliation(report=report, happened=True, text=" ", key=key(), actor=by_code(report))
    assert caught.value.field == "text"


def test_once_nothing_was_proven_older_messages_stay_sealed_for_the_office_and_newer_ones_open(cast: Cast) -> None:
    matter = open_matter(report=cast.report(channel="initial_information", reporter=None), actor=cast.staff)
    report = fresh(matter.report)  # type: ignore[arg-type]
    written(report, f"Tentang {NAME}.")
    assert NAME in str(talk_view(cast.staff, report.pk).messages)
    close(matter=Matter.objects.get(pk=matter.pk), outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    view = talk_view(cast.staff, report.pk)
    assert (view.messages, view.sealed) == ((), 1)
    answer_retaliation(report=fresh(report), happened=True, text="Saya diancam.", key=key(), actor=by_code(report))
    view = talk_view(cast.staff, report.pk)
    assert [one.text for one in view.messages] == ["Saya diancam."]
    assert len(follow_report(report.pk).talk.messages) == 2, "the reporter keeps the own words"


@pytest.mark.parametrize("joined", [False, True])
def test_what_was_sealed_by_clearing_waits_for_nobody_and_is_new_again_when_the_matter_is(
    cast: Cast, joined: bool
) -> None:
    matter = open_matter(report=cast.report(channel="initial_information", reporter=None), actor=cast.staff)
    report = fresh(matter.report)  # type: ignore[arg-type]
    if joined:
        report = cast.report(channel="initial_information", reporter=None)
        Report.objects.filter(pk=report.pk).update(joined_to=matter, joined_on=FILED_AT.date())
    for count in range(MOST_UNREAD):
        old = written(report, f"Pesan {count}")
    other = written(cast.report())
    assert len(unread(cast.staff)) == talk_line(cast.staff, report).unread + 1 == MOST_UNREAD + 1
    close(matter=Matter.objects.get(pk=matter.pk), outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    assert [row.pk for row in unread(cast.staff)] == [other.pk]
    line = talk_line(cast.staff, fresh(report))
    assert (line.written, line.unread) == (MOST_UNREAD, 0)
    late = written(fresh(report), "Saya diancam.")
    assert {row.pk for row in unread(cast.staff)} == {other.pk, late.pk}
    assert talk_line(cast.staff, fresh(report)).unread == talk_view(cast.staff, report.pk).unread == 1
    assert read_messages(report=fresh(report), upto=late.pk, actor=cast.staff) == 1
    old.refresh_from_db()
    assert old.read_at is None, "nobody has read what stayed sealed"
    Matter.objects.filter(pk=matter.pk).update(outcome="", closed_at=None)
    assert len(unread(cast.staff)) == MOST_UNREAD + 1


def test_when_its_time_is_over_the_talk_goes_whole_and_nothing_new_is_taken(cast: Cast) -> None:
    matter = cleared(cast)
    report = fresh(matter.report)  # type: ignore[arg-type]
    written(report)
    with unit_of_work(SYSTEM) as work:
        erase_matter(work, matter, at=FILED_AT)
    assert not Message.objects.exists()
    report = fresh(report)
    assert report.news_sealed is None
    assert not follow_report(report.pk).talk.may_write
    with pytest.raises(Erased):
        written(report)
    with pytest.raises(Erased):
        talk_view(cast.staff, report.pk)
