"""72 hours from knowing of a breach to the notices, day and night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from agreement_cast import Cast, actor, changed, letters_out
from hypothesis import given
from hypothesis import strategies as st

from sinetra.apps.agreements import reminders
from sinetra.apps.agreements.actions.record_breach import record_breach, record_notice
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import Breach
from sinetra.apps.agreements.sealed import told_of
from sinetra.apps.agreements.selectors import breaches, untold_breaches
from sinetra.apps.agreements.vocabulary import Notice
from sinetra.apps.base.actor import Actor
from sinetra.core.disclosure.breach import hours_left, notices_due
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.ports.clock import now

TOLD = {"data": "Nama dan jabatan satu orang.", "how": "Salinan terkirim ke alamat lain.", "handling": "Ditarik."}


def breach(by: Actor, **changes: Any) -> Breach:
    given_: dict[str, Any] = {"known_at": now() - timedelta(hours=1), "told": TOLD, "people_count": 1}
    return record_breach(actor=by, **(given_ | changes))


@given(st.integers(0, 4_000_000_000), st.integers(-500, 500))
def test_an_hour_later_is_an_hour_less(seconds, hours):
    known, rule = datetime.fromtimestamp(seconds, UTC), data_rules().breach
    moment = notices_due(known, rule) + timedelta(hours=hours)
    assert hours_left(known, moment, rule) == -hours
    assert hours_left(known, moment + timedelta(hours=1), rule) == -hours - 1


@pytest.mark.django_db
def test_a_breach_is_recorded_sealed_and_waits_for_two_notices(cast: Cast):
    row = breach(cast.officer)
    assert told_of(row) == TOLD
    assert b"jabatan" not in bytes(row.told_sealed)
    assert list(untold_breaches(cast.officer)) == [row]
    record_notice(breach=row, notice=Notice.PERSONS, told_at=now(), actor=cast.officer)
    assert untold_breaches(cast.officer).exists()
    record_notice(breach=row, notice=Notice.AUTHORITY, told_at=now(), actor=cast.officer)
    assert not untold_breaches(cast.officer).exists()
    with pytest.raises(Conflict):
        record_notice(breach=row, notice=Notice.AUTHORITY, told_at=now(), actor=cast.officer)


@pytest.mark.django_db
def test_each_notice_keeps_its_own_note(cast: Cast):
    row = breach(cast.officer)
    record_notice(breach=row, notice=Notice.PERSONS, told_at=now(), note="Surat 1/2024", actor=cast.officer)
    record_notice(breach=row, notice=Notice.AUTHORITY, told_at=now(), note="Surat 2/2024", actor=cast.officer)
    row.refresh_from_db()
    assert (row.persons_note, row.authority_note) == ("Surat 1/2024", "Surat 2/2024")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["data", "how", "handling"])
def test_what_the_notices_must_say_is_asked_for(cast: Cast, name: str):
    with pytest.raises(BadInput) as refused:
        breach(cast.officer, told=TOLD | {name: ""})
    assert refused.value.field == name


@pytest.mark.django_db
def test_no_instant_is_impossible(cast: Cast):
    with pytest.raises(BadInput) as refused:
        breach(cast.officer, known_at=now() + timedelta(minutes=5))
    assert refused.value.field == "known_on"
    row = breach(cast.officer)
    for moment in (row.known_at - timedelta(minutes=1), now() + timedelta(hours=1)):
        with pytest.raises(BadInput) as wrong:
            record_notice(breach=row, notice=Notice.PERSONS, told_at=moment, actor=cast.officer)
        assert wrong.value.field == "told_on"


@pytest.mark.django_db
def test_who_may_not_record_or_read_one(cast: Cast):
    row = breach(cast.officer)
    for username in ("ppk", "tim.netralitas", "inspektorat", "humas", "staf.bawaslu", "auditor.bkn", "orang.luar"):
        with pytest.raises(Forbidden):
            breach(actor(username))
        with pytest.raises(Forbidden):
            breaches(actor(username))
    for elsewhere in ("pleno", "admin", "pemeriksa.jejak"):
        assert not breaches(actor(elsewhere)).exists()
        with pytest.raises(Forbidden):
            record_notice(breach=row, notice=Notice.PERSONS, told_at=now(), actor=actor(elsewhere))
    assert list(breaches(actor("pemeriksa.pemko"))) == [row]
    assert breach(actor("admin")).organisation_id == actor("admin").organisation_id


@pytest.mark.django_db
def test_who_answers_is_warned_at_once_in_the_last_day_and_when_it_is_overdue(cast: Cast, settings, tmp_path: Path):
    settings.SINETRA_DATA = tmp_path
    assert reminders.warn_of_breaches() == 0
    row = breach(cast.officer)
    one = reminders.warn_of_breaches()
    assert one == 3
    letters = letters_out(tmp_path)
    assert len(letters) == one
    for hours, more in ((2, 0), (60, one), (70, 0), (73, one), (90, 0)):
        changed(row, known_at=now() - timedelta(hours=hours))
        assert reminders.warn_of_breaches() == more
        now_out = letters_out(tmp_path)
        assert len(now_out) == more
        letters += now_out
    assert len(letters) == 3 * one
    assert not any("jabatan" in letter for letter in letters)
