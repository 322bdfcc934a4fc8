"""Old recommendations come in from a file; answers and rungs are recorded; what is late climbs, one rung at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from report_cast import Cast

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.import_recommendations import import_recommendations, preview_recommendations
from sinetra.apps.cases.actions.record_answer import Answered, record_answer
from sinetra.apps.cases.actions.recount_recommendations import recount_recommendations
from sinetra.apps.cases.actions.take_rung import RungLetter, take_rung
from sinetra.apps.cases.models import LadderStep, Recommendation
from sinetra.apps.cases.recommendations import RecommendationFilter, next_rung_of, recommendations, to_remind
from sinetra.apps.cases.vocabulary import Answer
from sinetra.apps.registry.imports.columns import Imported
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.tables.problems import BadRows
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 5)
HEAD = ("nomor", "tanggal", "kepada", "jumlah_orang", "jawaban", "tanggal_jawaban", "surat_jawaban")
MAYOR = "Wali Kota Cendana"


def book(folder: Path, *rows: Sequence[object], head: Sequence[str] = HEAD) -> Path:
    sheet = Workbook()
    table = sheet.active
    assert table is not None
    for row in (head, *rows):
        table.append(list(row))
    path = folder / "rekomendasi.xlsx"
    sheet.save(path)
    return path


OLD = ("021/PM.00/X/2024", date(2024, 10, 14), MAYOR, 2, "belum ada", None, None)
LATER = ("022/PM.00/X/2024", "21/10/2024", MAYOR, None, "diperiksa", "2024-11-01", None)
DONE = ("023/PM.00/X/2024", "2024-10-21", "Bupati Cendana", 1, "sanksi", "2024-11-20", "800/12/BKPSDM")


def brought(cast: Cast, path: Path) -> Imported:
    return import_recommendations(path, organisation=cast.bawaslu, today=TODAY, actor=cast.staff)


@pytest.fixture
def stored(cast: Cast, tmp_path: Path) -> dict[str, Recommendation]:
    brought(cast, book(tmp_path, OLD, LATER, DONE))
    return {row.number: row for row in Recommendation.objects.select_related("organisation")}


def test_a_file_gives_an_ageing_list_the_oldest_first(cast: Cast, stored: dict[str, Recommendation]) -> None:
    waiting = recommendations(cast.staff, RecommendationFilter()).order_by("dated_on", "id")
    assert [row.number for row in waiting] == [OLD[0], LATER[0]]
    (decided,) = recommendations(cast.staff, RecommendationFilter(decided=True))
    assert (decided.number, decided.decided_on, decided.persons) == (DONE[0], date(2024, 11, 20), 1)


def test_each_due_date_is_explained_and_says_that_no_law_fixes_it(stored: dict[str, Recommendation]) -> None:
    told = stored[OLD[0]].due_told
    assert stored[OLD[0]].due_on == date(2024, 11, 1)  # 14 working days after Monday, 14 October
    assert told["confidence"] == "perlu-cek"
    assert told["lines"]


def test_the_same_file_again_changes_nothing(cast: Cast, stored: dict[str, Recommendation], tmp_path: Path) -> None:
    assert stored
    again = brought(cast, book(tmp_path, OLD, LATER, DONE))
    assert (again.read, again.created, again.changed) == (3, 0, 0)


def test_a_later_answer_in_the_file_is_taken_and_an_older_one_is_not(
    cast: Cast, stored: dict[str, Recommendation], tmp_path: Path
) -> None:
    later = (*LATER[:4], "tidak terbukti", "2024-12-02", "800/40")
    assert brought(cast, book(tmp_path, later)).changed == 1
    assert brought(cast, book(tmp_path, LATER)).changed == 0
    assert Recommendation.objects.get(pk=stored[LATER[0]].pk).answer == Answer.NOT_PROVEN


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("", "2024-10-14", MAYOR), "nomor"),
        (("1", "kemarin", MAYOR), "tanggal"),
        (("1", None, MAYOR), "tanggal"),
        (("1", "2025-01-01", MAYOR), "tanggal"),
        (("1", "2024-10-14", ""), "kepada"),
        (("1", "2024-10-14", MAYOR, "dua"), "jumlah_orang"),
        (("1", "2024-10-14", MAYOR, 0), "jumlah_orang"),
        (("1", "2024-10-14", MAYOR, 1, "entah"), "jawaban"),
        (("1", "2024-10-14", MAYOR, 1, "sanksi", "2024-10-01", "800/1"), "tanggal_jawaban"),
        (("1", "2024-10-14", MAYOR, 1, "sanksi", "2024-10-20"), "surat_jawaban"),
    ],
)
def test_one_bad_cell_stores_nothing_and_is_named(
    cast: Cast, tmp_path: Path, row: Sequence[object], column: str
) -> None:
    with pytest.raises(BadRows) as refused:
        brought(cast, book(tmp_path, OLD, row))
    assert [(problem.row, problem.column) for problem in refused.value.problems] == [(3, column)]
    assert not Recommendation.objects.exists()


def test_the_same_letter_twice_in_a_file_is_named(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(BadRows, match="sudah ada"):
        brought(cast, book(tmp_path, OLD, OLD))


def test_looking_at_a_file_stores_nothing(cast: Cast, tmp_path: Path) -> None:
    found = preview_recommendations(book(tmp_path, OLD, DONE), organisation=cast.bawaslu, today=TODAY, actor=cast.staff)
    assert (found.read, found.created) == (2, 2)
    assert not Recommendation.objects.exists()


def reminder(**changes: object) -> RungLetter:
    told = {"rung": "reminder", "letter": "030/PM.00/XI/2024", "dated_on": date(2024, 12, 4), "recipient": MAYOR}
    return RungLetter(**{**told, **changes})  # type: ignore[arg-type]


def climbed(cast: Cast, rows: Sequence[Recommendation], letter: RungLetter) -> tuple[LadderStep, ...]:
    return take_rung(recommendations=rows, letter=letter, today=TODAY, actor=cast.staff)


def test_one_letter_reminds_of_all_that_are_late(cast: Cast, stored: dict[str, Recommendation]) -> None:
    late = to_remind(cast.staff, MAYOR, TODAY)
    assert [row.number for row in late] == [OLD[0], LATER[0]]
    assert len(climbed(cast, late, reminder())) == 2
    assert to_remind(cast.staff, MAYOR, TODAY) == ()


def test_the_ladder_is_climbed_one_rung_at_a_time(cast: Cast, stored: dict[str, Recommendation]) -> None:
    row = stored[OLD[0]]
    with pytest.raises(Conflict):
        climbed(cast, [row], reminder(rung="reprimand"))
    taken = []
    while (rung := next_rung_of(row)) is not None:
        climbed(cast, [row], reminder(rung=rung.name))
        taken.append(rung.name)
    assert taken == ["reminder", "reprimand", "block_request", "unblock_proof"]


def test_what_is_not_late_climbs_nothing(cast: Cast, stored: dict[str, Recommendation]) -> None:
    row = stored[OLD[0]]
    early = date(2024, 10, 20)
    with pytest.raises(Conflict, match="belum lewat"):
        take_rung(recommendations=[row], letter=reminder(dated_on=early), today=early, actor=cast.staff)


def test_several_are_reminded_together_or_not_at_all(cast: Cast, stored: dict[str, Recommendation]) -> None:
    with pytest.raises(Conflict):
        climbed(cast, [stored[OLD[0]], stored[DONE[0]]], reminder())
    assert not LadderStep.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"letter": " "}, "letter"), ({"recipient": ""}, "recipient"), ({"dated_on": date(2024, 12, 6)}, "dated_on")],
)
def test_a_letter_without_number_addressee_or_possible_day_is_refused(
    cast: Cast, stored: dict[str, Recommendation], changes: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        climbed(cast, [stored[OLD[0]]], reminder(**changes))
    assert refused.value.field == field


def test_a_decision_ends_the_waiting(cast: Cast, stored: dict[str, Recommendation]) -> None:
    answered = Answered(answer=Answer.SANCTIONED, on=date(2024, 12, 3), letter="800/41/BKPSDM")
    row = record_answer(recommendation=stored[OLD[0]], answered=answered, today=TODAY, actor=cast.staff)
    assert row.decided_on == date(2024, 12, 3)
    assert next_rung_of(row) is None
    with pytest.raises(Conflict):
        record_answer(recommendation=row, answered=answered, today=TODAY, actor=cast.staff)


def test_a_decision_without_its_letter_is_refused(cast: Cast, stored: dict[str, Recommendation]) -> None:
    answered = Answered(answer=Answer.NOT_PROVEN, on=date(2024, 12, 3))
    with pytest.raises(BadInput) as refused:
        record_answer(recommendation=stored[OLD[0]], answered=answered, today=TODAY, actor=cast.staff)
    assert refused.value.field == "letter"


def test_a_known_day_of_receipt_counts_the_due_date_anew(cast: Cast, stored: dict[str, Recommendation]) -> None:
    answered = Answered(answer=Answer.RECEIVED, on=date(2024, 12, 1), received_on=date(2024, 11, 18))
    row = record_answer(recommendation=stored[OLD[0]], answered=answered, today=TODAY, actor=cast.staff)
    assert row.due_on == date(2024, 12, 9)  # 27 November was a holiday
    assert row.decided_on is None


def test_an_office_of_six_days_and_a_length_of_its_own_counts_again(
    cast: Cast, stored: dict[str, Recommendation]
) -> None:
    assert recount_recommendations(actor=SYSTEM) == []  # counted by today's calendar already
    Organisation.objects.filter(pk=cast.bawaslu.pk).update(work_week=6)
    moved = recount_recommendations(actor=SYSTEM, office=cast.bawaslu.pk)
    assert {row.number for row in moved} == {OLD[0], LATER[0]}
    assert Recommendation.objects.get(pk=stored[OLD[0]].pk).due_on == date(2024, 10, 30)
    assert Recommendation.objects.get(pk=stored[DONE[0]].pk).due_on == stored[DONE[0]].due_on


def test_who_may_not(cast: Cast, stored: dict[str, Recommendation], tmp_path: Path) -> None:
    row, path = stored[OLD[0]], book(tmp_path, OLD)
    answered = Answered(answer=Answer.RECEIVED, on=date(2024, 12, 1))
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff):
        with pytest.raises(Forbidden):
            import_recommendations(path, organisation=cast.bawaslu, today=TODAY, actor=actor)
        with pytest.raises(Forbidden):
            preview_recommendations(path, organisation=cast.bawaslu, today=TODAY, actor=actor)
        with pytest.raises(Forbidden):
            record_answer(recommendation=row, answered=answered, today=TODAY, actor=actor)
        with pytest.raises(Forbidden):
            take_rung(recommendations=[row], letter=reminder(), today=TODAY, actor=actor)
        assert not visible(actor, Recommendation).filter(pk=row.pk).exists()
