"""Filing: what is kept, what is refused, what a repeat gives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from report_cast import FILED_AT, NAME, REPORTER, WORDS, Cast, content, filed, formal, key

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.models import Step
from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.errors import Misdirected
from sinetra.apps.reports.intake import ACTS, read_report
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.vocabulary import Source
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, VerificationFailed
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db


def refused(**changes: Any) -> BadInput:
    with pytest.raises(BadInput) as caught:
        filed(formal(**changes))
    assert str(caught.value)
    assert not Report.objects.exists()
    return caught.value


def test_a_report_is_kept_by_the_office_of_its_region_with_its_explained_deadline(cast: Cast) -> None:
    answer = filed(formal())
    row = Report.objects.get()
    assert (row.pk, row.organisation_id, row.election) == (answer.report_id, cast.bawaslu.pk, "pilkada_2024")
    assert len(answer.code.split()) == 9
    assert [due.rule for due in answer.due] == ["pilkada.initial_study", "pilkada.study"]
    # UU 8/2015 art. 134(5): three calendar days, the day of filing not counted.
    assert answer.due[1].due == date(2024, 11, 25)
    assert all(due.explanation() for due in answer.due)
    assert not answer.repeated


def test_initial_information_needs_no_name_and_has_no_clock(cast: Cast) -> None:
    answer = filed(content())
    assert answer.due == ()
    assert not Identity.objects.exists()


def test_texts_are_sealed_and_bound_to_row_and_field(cast: Cast) -> None:
    filed(formal())
    row = Report.objects.get()
    assert open_value(row.what_sealed, row.pk, "what") == WORDS
    assert open_value(row.reported_sealed, row.pk, "reported")[0]["name"] == NAME
    with pytest.raises(VerificationFailed):
        open_value(row.what_sealed, row.pk, "where")
    with pytest.raises(VerificationFailed):
        open_value(row.what_sealed, cast.bawaslu.pk, "what")


def everything_stored() -> bytes:
    """Every value of every table, as the database holds it."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                found += [bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in row]
    return b"\n".join(found)


def test_neither_words_nor_names_nor_code_nor_key_stand_anywhere_in_the_database(cast: Cast) -> None:
    given = formal()
    answer = filed(given)
    stored = everything_stored()
    for secret in (WORDS, NAME, REPORTER["name"], REPORTER["address"], answer.code, given["idempotency_key"]):
        assert secret.encode() not in stored


def test_the_search_through_the_database_finds_what_is_planted(cast: Cast) -> None:
    Report.objects.filter(pk=filed(formal()).report_id).update(due=[REPORTER["name"]])
    assert REPORTER["name"].encode() in everything_stored()


def test_a_repeat_with_the_same_key_and_content_gives_the_same_answer(cast: Cast) -> None:
    given = formal()
    first, again = filed(given), filed(dict(reversed(given.items())), at=datetime.fromisoformat("2024-11-25T09:00Z"))
    assert again.repeated
    assert (again.code, again.filed_at, again.due, again.report_id) == (
        first.code,
        first.filed_at,
        first.due,
        first.report_id,
    )
    assert (Report.objects.count(), Identity.objects.count(), Step.objects.count()) == (1, 1, 1)


def test_a_repeat_after_a_rotation_of_the_code_key_gives_the_old_code(cast: Cast) -> None:
    given = formal()
    first = filed(given)
    keyring().rotate(Purpose.CODE)
    again = filed(given)
    assert (again.code, again.repeated) == (first.code, True)
    assert filed(formal()).code != first.code


def test_a_repeat_with_other_content_is_a_conflict(cast: Cast) -> None:
    given = formal()
    filed(given)
    for change in ({"what": "lain"}, {"acts": []}, {"reporter": REPORTER | {"name": "Lain"}}):
        with pytest.raises(Conflict) as caught:
            filed(given | change)
        assert caught.value.code == "other_content"
    assert Report.objects.count() == 1


def test_another_key_is_another_report_with_another_code(cast: Cast) -> None:
    assert filed(formal()).code != filed(formal()).code
    assert Report.objects.count() == 2


def test_a_report_without_reporter_is_refused_and_initial_information_offered(cast: Cast) -> None:
    problem = refused(reporter=None)
    assert (problem.field, problem.code) == ("reporter", "reporter_missing")
    assert any("initial_information" in item for item in problem.accepted)


def test_without_a_custodian_no_name_is_taken_but_information_is(cast: Cast) -> None:
    CustodianKey.objects.update(retired_at=FILED_AT)
    assert refused().code == "no_vault"
    assert filed(content()).code


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"happened_on": "2024-11-23"}, "happened_on"),
        ({"known_on": "2024-11-23"}, "known_on"),
        ({"known_on": "2024-11-19"}, "known_on"),
        ({"happened_on": "20 November"}, "happened_on"),
        ({"happened_on": None}, "happened_on"),
        ({"what": "  "}, "what"),
        ({"what": "x" * 10_001}, "what"),
        ({"what": None}, "what"),
        ({"region": "Kota Cendana"}, "region"),
        ({"region": "99.99"}, "region"),
        ({"acts": ["liking"]}, "acts"),
        ({"acts": "like"}, "acts"),
        ({"acts": ["vote"]}, "acts"),
        ({"channel": "gossip"}, "channel"),
        ({"reported": [{"role": "lurah", "nip": "1"}]}, "reported[0].nip"),
        ({"reported": [{"role": "tetangga"}]}, "reported[0].role"),
        ({"reported": ["lurah"]}, "reported[0]"),
        ({"reporter": {"name": "Saja"}}, "reporter.address"),
        ({"reporter": REPORTER | {"nik": "1"}}, "reporter.nik"),
        ({"reporter": "Saya"}, "reporter"),
        ({"idempotency_key": "kunci"}, "idempotency_key"),
        ({"idempotency_key": "a" * 32}, "idempotency_key"),
        ({"nip": "1"}, "nip"),
    ],
)
def test_wrong_input_names_its_field_and_leaves_nothing(cast: Cast, change: dict[str, Any], field: str) -> None:
    assert refused(**change).field == field


def test_a_vote_or_an_opinion_at_home_cannot_be_reported() -> None:
    assert not {"vote", "private_opinion"} & set(ACTS)


def test_a_report_after_the_deadline_is_kept_as_initial_information(cast: Cast) -> None:
    answer = filed(formal(happened_on="2024-11-13", known_on="2024-11-14"))
    assert (answer.channel, answer.kept_as, answer.due) == ("report", "initial_information", ())
    assert list(Step.objects.order_by("place").values_list("code", flat=True)) == [
        "filed",
        "kept_as_initial_information",
    ]
    assert filed(formal(happened_on="2024-11-13", known_on="2024-11-15")).kept_as == "report"


def test_outside_the_stages_a_report_is_taken_without_a_clock(cast: Cast) -> None:
    at = datetime.fromisoformat("2026-11-21T09:00+07:00")
    answer = filed(formal(happened_on="2026-11-20", known_on="2026-11-20"), at=at)
    assert (answer.kept_as, answer.due) == ("report", ())
    assert Report.objects.get().election == ""


def test_the_province_is_competent_where_the_city_has_no_office(cast: Cast) -> None:
    filed(content(region="99.72"))
    assert Report.objects.get().organisation_id == cast.province.pk


def test_where_no_office_is_competent_the_region_is_named(cast: Cast) -> None:
    from report_cast import _region

    _region("63", "province")
    assert refused(region="63").code == "no_office"


def test_a_city_installation_takes_no_report_and_names_bawaslu(cast: Cast, settings: LazySettings) -> None:
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.contoh/"
    with pytest.raises(Misdirected) as caught:
        filed(formal())
    assert (caught.value.status, caught.value.address) == (421, "https://bawaslu.contoh/")
    assert not Report.objects.exists()


def test_without_a_date_given_the_legal_date_of_the_region_counts(cast: Cast) -> None:
    answer = filed(formal(), at=None)
    assert answer.filed_on == date(2024, 11, 22)
    assert answer.filed_at.year >= 2026


@pytest.mark.parametrize("source", [Source.COUNTER, Source.PHONE, Source.PAPER])
def test_only_the_competent_staff_files_what_came_to_the_counter(cast: Cast, source: Source) -> None:
    for actor in (*cast.outsiders, cast.bkn_officer, cast.custodian, cast.province_staff, cast.district_staff):
        with pytest.raises(Forbidden):
            file_report(report=read_report(formal()), source=source, actor=actor, at=FILED_AT)
    assert file_report(report=read_report(formal()), source=source, actor=cast.staff, at=FILED_AT).code


def test_the_trail_names_nobody_and_no_machine(cast: Cast) -> None:
    filed(formal())
    entry = AuditEntry.objects.get(action="report.file")
    assert entry.actor == "public"
    assert set(entry.data) == {"channel", "kept_as", "source", "region"}
    columns = {field.name for model in (Report, Identity) for field in model._meta.get_fields()}
    assert not {name for name in columns if "ip" in name.split("_") or "agent" in name or "address" in name}


def test_content_of_other_blanks_is_the_same_content() -> None:
    assert read_report(content(what=f" {WORDS}\n", idempotency_key=(k := key()))) == read_report(
        content(what=WORDS, idempotency_key=k)
    )


def test_an_unknown_code_is_told_apart_from_a_wrong_one(cast: Cast) -> None:
    from sinetra.apps.reports.codes import words
    from sinetra.apps.reports.selectors import follow

    with pytest.raises(NotFound) as unknown:
        follow(words().code(b"0123456789"))
    assert unknown.value.code == "code_unknown"
    typed = filed(formal()).code.split()
    typed[0], typed[1] = typed[1], typed[0]
    with pytest.raises(BadInput) as wrong:
        follow(" ".join(typed))
    assert wrong.value.code == "code_check"
