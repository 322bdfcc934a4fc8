"""Two-way talk by code: sealed, once for each key, by whom, in the name of the office, and marked until it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from report_cast import FILED_AT, Cast, key, person
from talk_cast import REPLY, WORDS, by_code, cleared, fresh, waiting, written

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role, reporter
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.conflicts import StepAside
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.reports.actions import answer_retaliation, ask_withdrawal, read_messages, write_message
from sinetra.apps.reports.follow_talk import seen
from sinetra.apps.reports.messages import LENGTHS, MOST_UNREAD
from sinetra.apps.reports.models import Message, Report, Seen
from sinetra.apps.reports.selectors import follow_report
from sinetra.apps.reports.talk import talk_line, talk_view, unread
from sinetra.core.casework.interests import Tie
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, VerificationFailed

pytestmark = pytest.mark.django_db


def test_what_the_reporter_writes_the_office_reads_and_the_other_way(cast: Cast) -> None:
    report = cast.report()
    written(report)
    assert [one.text for one in talk_view(cast.staff, report.pk).messages] == [WORDS]
    written(report, REPLY, actor=cast.staff)
    view = follow_report(report.pk)
    assert [(one.by_office, one.text) for one in view.talk.messages] == [(False, WORDS), (True, REPLY)]
    assert cast.staff.name not in str(view.to_json()), "the office writes, not a person"
    assert str(cast.staff.user_id) not in str(view.to_json())


def tables_with(word: str) -> list[str]:
    """Tables of which a row holds the word in the clear."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [table] if any(word in str(line) for line in cursor.fetchall()) else []
    return found


def test_the_words_are_sealed_wherever_the_database_keeps_them(cast: Cast) -> None:
    report = cast.report()
    row = written(report)
    assert WORDS.encode() not in bytes(row.message_sealed)
    assert tables_with("Zamrud") == []
    Report.objects.filter(pk=report.pk).update(election="Zamrud")
    assert tables_with("Zamrud") == ["reports_report"], "what lies open is found"


def test_a_message_that_was_moved_to_another_row_does_not_open(cast: Cast) -> None:
    report = cast.report()
    row, moved = written(report), written(report, REPLY, actor=cast.staff)
    Message.objects.filter(pk=moved.pk).update(message_sealed=row.message_sealed)
    with pytest.raises(VerificationFailed):
        talk_view(cast.staff, report.pk)


def test_the_same_key_and_words_write_once_and_other_words_are_refused(cast: Cast) -> None:
    report, secret = cast.report(), key()
    first = write_message(report=report, text=WORDS, key=secret, actor=by_code(report))
    again = write_message(report=report, text=f" {WORDS}\r\n", key=secret, actor=by_code(report))
    assert (first.repeated, again.repeated) == (False, True)
    assert again.message == first.message
    with pytest.raises(Conflict, match="sudah terkirim"):
        write_message(report=report, text=REPLY, key=secret, actor=by_code(report))
    other = cast.report()
    assert not write_message(report=other, text=WORDS, key=secret, actor=by_code(other)).repeated
    assert Message.objects.count() == 2


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LENGTHS[1] + 1), "\x00"])
def test_too_little_and_too_much_is_refused_with_its_field(cast: Cast, text: str) -> None:
    report = cast.report()
    with pytest.raises(BadInput) as caught:
        written(report, text)
    assert caught.value.field == "text"
    assert not Message.objects.exists()
    assert written(report, "x" * LENGTHS[1])


def test_a_weak_key_is_refused(cast: Cast) -> None:
    with pytest.raises(BadInput) as caught:
        written(cast.report(), key="12345")
    assert caught.value.field == "idempotency_key"


def test_who_writes_without_end_waits_until_somebody_has_read(cast: Cast) -> None:
    report = cast.report()
    for count in range(MOST_UNREAD):
        last = written(report, f"Pesan {count}")
    with pytest.raises(Conflict, match="belum membaca"):
        written(report)
    written(report, REPLY, actor=cast.staff)
    read_messages(report=report, upto=last.pk, actor=cast.staff)
    assert written(report)


# Columns: whoever showed the code, whoever showed another; of the office staff, plenary, custodian, admin, auditor, no
# role; BKN, the local government, another district of the office, the province, the public.
WHO = "kode  lain  staf  pleno  kust  admin  audit  tanpa  bkn  pemda  wilayah  provinsi  publik"
TABLE = """
write               ya   -   ya  ya  -  -  -  -  -  -  -  -  -
complete            ya   -   -   -   -  -  -  -  -  -  -  -  -
ask_withdrawal      ya   -   -   -   -  -  -  -  -  -  -  -  -
answer_retaliation  ya   -   -   -   -  -  -  -  -  -  -  -  -
mark_read           -    -   ya  ya  -  -  -  -  -  -  -  -  -
open                -    -   ya  ya  -  -  -  -  -  -  -  -  -
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


def everybody(cast: Cast, report: Report) -> dict[str, Actor]:
    local = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.INSPECTORATE, Role.PPK)
    found = [
        by_code(report),
        reporter(cast.report().pk),
        cast.staff,
        cast.commissioner,
        cast.custodian,
        person(cast.bawaslu, Role.ADMINISTRATOR),
        person(cast.bawaslu, Role.AUDITOR),
        person(cast.bawaslu),
        cast.bkn_officer,
        person(cast.pemko, *local),
        cast.district_staff,
        cast.province_staff,
        PUBLIC,
    ]
    return dict(zip(WHO.split(), found, strict=True))


@pytest.mark.parametrize(("verb", "cells"), [(name, cells) for name, *cells in ROWS], ids=[row[0] for row in ROWS])
def test_who_may_talk_about_a_report_and_who_may_not(cast: Cast, verb: str, cells: list[str]) -> None:
    if verb == "complete":
        report = fresh(waiting(cast).report)  # type: ignore[arg-type]
    elif verb == "answer_retaliation":
        report = fresh(cleared(cast).report)  # type: ignore[arg-type]
    else:
        report = cast.report()
    last = written(report).pk
    acts: dict[str, Callable[[Actor], object]] = {
        "write": lambda actor: written(report, actor=actor),
        "complete": lambda actor: written(report, actor=actor, completes=True),
        "ask_withdrawal": lambda actor: ask_withdrawal(report=report, key=key(), actor=actor),
        "answer_retaliation": lambda actor: answer_retaliation(report=report, happened=False, key=key(), actor=actor),
        "mark_read": lambda actor: read_messages(report=report, upto=last, actor=actor),
        "open": lambda actor: talk_view(actor, report.pk),
    }
    for (name, actor), cell in zip(everybody(cast, report).items(), cells, strict=True):
        with transaction.atomic():
            if cell == "ya":
                assert acts[verb](actor), name
            else:
                with pytest.raises((Forbidden, NotFound)):
                    acts[verb](actor)
            transaction.set_rollback(True)


def test_who_is_not_of_the_office_sees_no_row_and_who_showed_another_code_neither(cast: Cast) -> None:
    report = cast.report()
    written(report)
    for name, actor in everybody(cast, report).items():
        assert visible(actor, Message).exists() is (name in {"kode", "staf", "pleno"}), name


def test_whoever_has_an_interest_neither_reads_nor_writes(cast: Cast) -> None:
    matter = cast.matter()
    report = fresh(matter.report)  # type: ignore[arg-type]
    last = written(report).pk
    assert talk_view(cast.staff, report.pk).messages
    declare_interest(
        organisation=cast.bawaslu,
        user=User.objects.get(pk=cast.staff.user_id),
        tie=Tie.REPORTED_SUPERIOR,
        from_on=FILED_AT.date(),
        source="pernyataan yang bersangkutan",
        matter=matter,
        actor=SYSTEM,
    )
    for act in (
        lambda: talk_view(cast.staff, report.pk),
        lambda: written(report, actor=cast.staff),
        lambda: read_messages(report=report, upto=last, actor=cast.staff),
    ):
        with pytest.raises(StepAside):
            act()
    assert talk_view(cast.commissioner, report.pk).messages, "a colleague without an interest goes on"


def test_what_is_new_stays_marked_until_it_is_read_on_each_side(cast: Cast) -> None:
    report = cast.report()
    first = written(report)
    assert [row.pk for row in unread(cast.staff)] == [first.pk]
    assert talk_line(cast.staff, report).unread == 1
    late = written(report, "Satu lagi.")
    assert read_messages(report=report, upto=first.pk, actor=cast.staff) == 1
    assert [row.pk for row in unread(cast.staff)] == [late.pk], "what came after the page was made stays new"
    written(report, REPLY, actor=cast.staff)
    talk = follow_report(report.pk).talk
    assert [one.is_new for one in talk.messages] == [False, False, True]
    seen(report.pk, talk.newest)
    assert not any(one.is_new for one in follow_report(report.pk).talk.messages)
    seen(report.pk, FILED_AT)
    assert not any(one.is_new for one in follow_report(report.pk).talk.messages), "an older page takes nothing back"


def test_no_trace_tells_when_the_reporter_has_read(cast: Cast) -> None:
    report = cast.report()
    written(report, REPLY, actor=cast.staff)
    before = AuditEntry.objects.count()
    seen(report.pk, follow_report(report.pk).talk.newest)
    assert AuditEntry.objects.count() == before
    assert not visible_seen(cast.staff), "no office learns whether somebody has read"
    assert visible_seen(by_code(report))


def visible_seen(actor: Actor) -> bool:
    return visible(actor, Seen).exists()


def test_the_trace_says_that_there_was_a_message_and_none_of_its_words(cast: Cast) -> None:
    report = cast.report()
    written(report)
    entry = AuditEntry.objects.get(action="message.write")
    assert entry.actor == "reporter"
    assert entry.data == {"report": str(report.pk), "mark": "message", "by_office": False}
