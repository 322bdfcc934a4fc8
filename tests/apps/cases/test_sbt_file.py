"""What is forwarded goes to SBT as a file, and SBT's answers come back as records that wait for a second person."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report_cast import FILED_AT, NAME, REPORTER, SUMMARY, WORDS, Cast, person

from casework_rows import decided
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import (
    acknowledge,
    confirm_acknowledgement,
    deliver,
    export_sbt,
    forward,
    import_sbt,
    record_acknowledgement,
)
from sinetra.apps.cases.actions.import_sbt import preview_sbt
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.models import HandOver, RecordedAnswer
from sinetra.apps.cases.recorded import waiting_for_sbt
from sinetra.apps.cases.sbt_file import COLUMNS, sbt_file
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import HandOverState, Outcome, ProofKind, RecordState
from sinetra.apps.registry.tables.problems import BadRows
from sinetra.catalogue import ROOT
from sinetra.core.casework.sbt_file import FilledBy, load_sbt_file
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
HEAD = [column.name for column in COLUMNS]


def answered(path: Path, *lines: dict[str, str]) -> Path:
    """The file as it comes back, with one line a row."""
    file = path / "sbt.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, HEAD, restval="")
        writer.writeheader()
        writer.writerows(lines)
    return file


def line(sent: HandOver, **changes: str) -> dict[str, str]:
    return {
        "nomor_perkara": sent.matter.number,
        "nomor_sbt": "SBT-2024-0007",
        "status_sbt": "diterima",
        "tanggal_sbt": day_sent(sent).isoformat(),
    } | changes


def taken(cast: Cast, file: Path, **more: Any) -> Any:
    given = {"organisation": cast.bawaslu, "today": date(2024, 11, 22), "actor": cast.staff} | more
    return import_sbt(file, **given)


def test_the_columns_say_who_fills_them_and_that_nobody_has_read_the_form() -> None:
    assert sbt_file() == load_sbt_file(ROOT)
    assert sbt_file().confidence is Confidence.UNCHECKED
    assert sbt_file().names(FilledBy.OFFICER) == ("nip", "instansi")
    assert sbt_file().names(FilledBy.SBT) == ("nomor_sbt", "status_sbt", "tanggal_sbt")


def test_a_row_each_person_says_what_the_package_says_and_never_who_reported(cast: Cast) -> None:
    two = [{"role": "lurah", "name": NAME, "unit": "Kelurahan Contoh"}, {"role": "pns", "name": None, "unit": None}]
    matter = cast.registered(reported=two)
    decided(matter, cast.commissioner)
    sent = forward(matter=matter, to=cast.bkn, summary=SUMMARY, actor=cast.staff)
    rows = export_sbt(hand_overs=[sent], actor=cast.staff)
    assert [(row["nama"], row["jabatan"], row["unit_kerja"]) for row in rows] == [
        (NAME, "lurah", "Kelurahan Contoh"),
        ("", "PNS", ""),
    ]
    assert rows[0]["ringkasan"] == SUMMARY
    assert rows[0]["tanggal_penerusan"] == "2024-11-22"
    assert not set(rows[0]) & {"nip", "instansi", "nomor_sbt", "status_sbt", "tanggal_sbt"}
    told = str(rows)
    assert WORDS not in told
    assert not any(value in told for value in REPORTER.values())
    assert AuditEntry.objects.filter(action="hand_over.export_sbt", object_id=sent.pk).count() == 1


def test_only_what_waits_is_taken_and_only_by_who_may(cast: Cast) -> None:
    sent = cast.sent()
    with pytest.raises(BadInput):
        export_sbt(hand_overs=[], actor=cast.staff)
    for other in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        with pytest.raises(Forbidden):
            export_sbt(hand_overs=[sent], actor=other)
    with pytest.raises(Conflict):
        export_sbt(hand_overs=[sent], actor=person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME))
    arrived = deliver(sent.pk, "package")
    assert arrived is not None
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    deliver(arrived.pk, "reply")
    with pytest.raises(Conflict):
        export_sbt(hand_overs=[HandOver.objects.get(pk=sent.pk)], actor=cast.staff)


def test_of_a_matter_in_which_nothing_was_proven_no_name_goes_to_sbt(cast: Cast) -> None:
    sent = cast.sent()
    assert list(waiting_for_sbt(cast.staff)) == [sent]
    assert export_sbt(hand_overs=[sent], actor=cast.staff)[0]["nama"] == NAME
    for changes in ({"outcome": Outcome.NOT_PROVEN}, {"outcome": "", "corrected_at": FILED_AT}):
        with unit_of_work(SYSTEM) as work:
            work.change(sent.matter, **changes)
            work.record("matter.correct", sent.matter)
        assert not waiting_for_sbt(cast.staff).exists()
        with pytest.raises(Conflict) as caught:
            export_sbt(hand_overs=[sent], actor=cast.staff)
        assert caught.value.code == "cleared"


def test_an_answer_read_from_the_file_waits_for_another_person_than_who_brought_it(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    file = answered(tmp_path, line(sent))
    shown = preview_sbt(file, organisation=cast.bawaslu, today=date(2024, 11, 22), actor=cast.staff)
    assert (shown.read, shown.created) == (1, 1)
    assert not RecordedAnswer.objects.exists(), "a preview stores nothing"
    assert taken(cast, file).created == 1
    row = RecordedAnswer.objects.select_related("hand_over__matter").get()
    assert (row.proof, row.number, row.answer) == ("sbt", "SBT-2024-0007", "acknowledged")
    assert HandOver.objects.get(pk=sent.pk).state == HandOverState.SENT
    with pytest.raises(Conflict):
        confirm_acknowledgement(record=row, accept=True, actor=cast.staff)
    assert taken(cast, file).created == 0, "the same file again changes nothing"
    confirm_acknowledgement(record=row, accept=True, actor=cast.commissioner)
    assert taken(cast, file).created == 0
    assert RecordedAnswer.objects.count() == 1
    assert HandOver.objects.get(pk=sent.pk).recorded_by_sender


def test_what_the_machine_read_is_confirmed_by_any_person_of_the_office(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    taken(cast, answered(tmp_path, line(sent, status_sbt="Dikembalikan")), actor=SYSTEM)
    row = RecordedAnswer.objects.select_related("hand_over__matter").get()
    assert row.recorded_by_id is None
    confirm_acknowledgement(record=row, accept=True, actor=cast.staff)
    assert HandOver.objects.get(pk=sent.pk).state == HandOverState.RETURNED


def test_rows_that_sbt_has_not_answered_change_nothing(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    file = answered(tmp_path, line(sent, status_sbt="", tanggal_sbt=""))
    assert (taken(cast, file).read, RecordedAnswer.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"nomor_perkara": "999/2024"}, "nomor_perkara"),
        ({"status_sbt": "selesai"}, "status_sbt"),
        ({"nomor_sbt": ""}, "nomor_sbt"),
        ({"tanggal_sbt": ""}, "tanggal_sbt"),
        ({"tanggal_sbt": "kemarin"}, "tanggal_sbt"),
        ({"tanggal_sbt": "2024-11-20"}, "tanggal_sbt"),
        ({"tanggal_sbt": "2024-11-23"}, "tanggal_sbt"),
    ],
)
def test_a_file_with_one_bad_row_stores_nothing_of_the_good_ones(
    cast: Cast, tmp_path: Path, changes: dict[str, str], column: str
) -> None:
    good, bad = cast.sent(), cast.sent()
    with pytest.raises(BadRows) as caught:
        taken(cast, answered(tmp_path, line(good), line(bad, **changes)))
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(3, column)]
    assert not RecordedAnswer.objects.exists()
    assert taken(cast, answered(tmp_path, line(good), line(bad))).created == 2, "mended, all of it is taken"


def test_two_people_of_one_matter_have_one_answer(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    assert taken(cast, answered(tmp_path, line(sent), line(sent))).created == 1
    other = cast.sent()
    with pytest.raises(BadRows) as caught:
        taken(cast, answered(tmp_path, line(other), line(other, nomor_sbt="lain")))
    assert caught.value.problems[0].row == 3


def test_another_answer_than_the_one_that_waits_is_refused(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    proof = Proof(answer=HandOverState.ACKNOWLEDGED, kind=ProofKind.SBT, number="lain", dated_on=day_sent(sent))
    record_acknowledgement(hand_over=sent, proof=proof, actor=cast.staff)
    with pytest.raises(BadRows):
        taken(cast, answered(tmp_path, line(sent)))
    assert RecordedAnswer.objects.get().state == RecordState.WAITING


def test_nobody_brings_answers_for_another_office_or_region_or_about_themselves(cast: Cast, tmp_path: Path) -> None:
    file = answered(tmp_path, line(cast.sent()))
    for other in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff):
        with pytest.raises(Forbidden):
            taken(cast, file, actor=other)
    for aside in (cast.district_staff, person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)):
        with pytest.raises(BadRows):
            taken(cast, file, actor=aside)
    assert not RecordedAnswer.objects.exists()


def test_the_file_that_went_out_can_come_back_as_it_is(cast: Cast, tmp_path: Path) -> None:
    sent = cast.sent()
    rows = export_sbt(hand_overs=[sent], actor=cast.staff)
    out = io.StringIO()
    writer = csv.DictWriter(out, HEAD, restval="")
    writer.writeheader()
    writer.writerows(dict(row) | line(sent) for row in rows)
    file = tmp_path / "kembali.csv"
    file.write_text(out.getvalue())
    assert taken(cast, file).created == 1
