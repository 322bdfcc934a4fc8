"""Letters of a receiver: one for each stage of an examination, filled in from what was recorded, by its own officer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from examination_cast import LATER, START, Office, decision, office
from examination_letter_cast import MEETING, WRITTEN, fresh, here, written
from letter_cast import URL, words_of
from report_cast import NAME, REPORTER, WORDS, Cast

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions.issue_document import issue_document
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.actions.take_signed import take_signed
from sinetra.apps.cases.actions.write_letter import write_letter
from sinetra.apps.cases.examinations import actions as exam
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.offered import offers
from sinetra.apps.cases.letters.proposed import proposed
from sinetra.apps.cases.letters.reads import document, file_of, public_document
from sinetra.apps.cases.letters.recorded import told_by_letter
from sinetra.apps.cases.models import Correction, Examination, Matter
from sinetra.apps.cases.vocabulary import Direction, MatchedBy, Outcome, Verdict
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import check_pdf
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.law.words import SubjectStatus
from sinetra.ports.signer import document_signer

__all__ = ["here"]
pytestmark = pytest.mark.django_db
STAGES = sorted({stage for stages, _ in WRITTEN.values() for stage in stages})


def offered(row: Examination) -> set[str]:
    return {offer.kind.id for offer in offers(fresh(row).matter) if offer.examination is not None}


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_has_its_letters_and_no_other(here: Office, stage: str) -> None:
    row = here.reach(stage)
    assert offered(row) == {form for form, (stages, _) in WRITTEN.items() if stage in stages}


@pytest.mark.parametrize("form", WRITTEN)
def test_each_letter_is_made_sealed_verified_and_never_tells_who_reported(here: Office, form: str) -> None:
    row = written(here, here.reach(WRITTEN[form][0][0]), form)
    url = URL.format(text_of(row).code.replace("-", ""))
    content = file_of(make_file(document=row, url=url, actor=here.officer))
    assert check_pdf(content, document_signer().check).ok
    words = words_of(content)
    assert NAME in words, "the person examined is named in letters about them"
    assert not any(said in words for said in (*REPORTER.values(), WORDS))
    assert "a.n. Wali Kota" in words and "800/001/BKPSDM/2026" in words
    assert official_pdf(text_of(row), url=url) == official_pdf(text_of(row), url=url)
    told = public_document(text_of(row).code)
    assert told is not None and NAME not in str(told)


def test_all_letters_of_an_examination_are_tried_here() -> None:
    assert set(WRITTEN) == {kind.id for kind in letters() if kind.stages}
    steps = {kind.step for kind in letters() if kind.step}
    assert steps <= set(exam.__all__)


def test_the_summons_says_day_hour_place_and_examiner_and_what_is_alleged(here: Office) -> None:
    text = str(text_of(written(here, here.opened(), "exam_summons")).to_json())
    for words in ("Rabu, 12 Februari 2025", "09.00 WIB", "Ruang rapat", "Camat Contoh", "diduga", "pasal 26 ayat (1)"):
        assert words in text
    assert "terbukti melanggar" not in text


def test_the_second_summons_is_filled_in_from_the_first_and_from_the_absence(here: Office) -> None:
    row = here.opened()
    first = written(here, row, "exam_summons")
    day = START + timedelta(days=7)
    exam.summon(examination=fresh(row), letter=first.number, on=day, actor=SYSTEM, at=LATER)
    exam.note_absence(examination=fresh(row), on=day + timedelta(days=2), actor=SYSTEM, at=LATER)
    row = fresh(row)
    entries = proposed(row.matter, letters().get("exam_summons_again"), examination=row).entries
    assert entries["missed_on"] == "2025-02-12" and entries["first_letter"] == first.number
    assert entries["venue"] == "Ruang rapat" and "held_on" not in entries


def test_the_decision_names_the_breach_the_penalty_with_its_article_and_what_stands_open(here: Office) -> None:
    text = str(text_of(written(here, here.reach("examined"), "exam_decision")).to_json())
    for words in (
        "PP 94/2021 pasal 5 huruf n angka 5",
        "PP 53/2010 pasal 7 ayat (3); PP 94/2021 pasal 42 ayat (2)",
        "Keberatan kepada PPK, paling lambat 14 hari kerja sejak keputusan diterima (PP 79/2021 pasal 4 ayat (2))",
        "nomor examine/1, 17 Februari 2025",
    ):
        assert words in text


def test_a_decision_without_the_breach_is_refused(here: Office) -> None:
    with pytest.raises(BadInput) as refused:
        written(here, here.reach("examined"), "exam_decision", breach=" ")
    assert refused.value.field == "breach"


@pytest.mark.parametrize("penalty", ["moral_open", "contract_termination", "old_medium_rank", "apa saja"])
def test_a_penalty_that_the_law_does_not_know_for_the_person_is_refused(here: Office, penalty: str) -> None:
    with pytest.raises(BadInput) as refused:
        written(here, here.reach("examined"), "exam_decision", penalty=penalty)
    assert refused.value.field == "penalty"


def test_nothing_is_chosen_before_a_person_chose(here: Office) -> None:
    row = fresh(here.reach("examined"))
    kind = letters().get("exam_decision")
    assert not proposed(row.matter, kind, examination=row).entries
    written(here, row, "exam_report", breach="Membagikan unggahan", weighing="Baru sekali.")
    entries = proposed(row.matter, kind, examination=row).entries
    assert entries == {"breach": "Membagikan unggahan", "weighing": "Baru sekali."}, "as the report said"


def test_the_proof_of_delivery_tells_the_last_day_by_the_clock(here: Office) -> None:
    row = here.reach("decided")
    text = text_of(written(here, row, "exam_delivery"))
    pairs = dict(pair for passage in text.passages for pair in passage.pairs)
    assert pairs["Hari terakhir mengajukan"] == "Jumat, 21 Maret 2025", "14 working days after Monday 3 March"
    assert pairs["Keputusan"].startswith("nomor 800/12/2025")
    assert "menurut hitungan 15 hari kalender" in pairs["Mulai berlaku"]
    assert text.has_unchecked, "the regulation does not say which kind of day it counts"


def test_the_receipt_of_an_objection_tells_when_it_is_answered(here: Office) -> None:
    text = str(text_of(written(here, here.reach("delivered"), "exam_objection")).to_json())
    assert "Keputusan PPK atas keberatan: paling lambat" in text and "bukan penilaian" in text


def test_of_who_is_no_civil_servant_neither_form_nor_article_of_pp_94_is_cited(here: Office) -> None:
    row = here.opened(status=SubjectStatus.NON_ASN)
    text = text_of(written(here, row, "exam_summons"))
    assert text.form.rule == "" and "PP 94" not in str(text.to_json())


def test_a_form_of_pp_94_says_that_its_layout_was_not_read(here: Office) -> None:
    text = text_of(written(here, here.opened(), "exam_summons"))
    assert (text.form.rule, text.form.printed) == ("PP 94/2021 pasal 26 ayat (1) sampai (2)", False)
    assert "tata letak bakunya belum dibaca" in text.foot[-1]


def test_below_the_name_of_the_government_stands_the_body_that_writes(here: Office) -> None:
    text = text_of(written(here, here.opened(), "exam_summons"))
    assert text.letterhead == (here.cast.pemko.name, "Badan Kepegawaian dan Pengembangan SDM")


def test_a_letter_fills_in_the_step_that_records_it_and_only_once(here: Office) -> None:
    row = here.opened()
    assert told_by_letter(fresh(row), "summon") == {}
    letter = written(here, row, "exam_summons")
    told = told_by_letter(fresh(row), "summon")
    assert told == {"letter": letter.number, "on": letter.dated_on}
    exam.summon(examination=fresh(row), actor=SYSTEM, at=LATER, **told)
    assert told_by_letter(fresh(row), "summon") == {}


def test_what_the_decision_says_fills_in_its_record(here: Office) -> None:
    row = here.reach("examined")
    letter = written(here, row, "exam_decision")
    told = told_by_letter(fresh(row), "decide")
    assert (
        told["letter"] == letter.number and told["penalty"] == "medium_promotion" and told["reason"] == "Baru sekali."
    )
    assert told_by_letter(fresh(here_again(row)), "deliver") == {}


def here_again(row: Examination) -> Examination:
    return fresh(row)


def test_the_letter_that_answers_the_sender_names_nobody_and_no_kind_of_penalty(here: Office) -> None:
    row = here.reach("recorded")
    matter = fresh(row).matter
    kind = letters().get("sender_answer")
    entries = proposed(matter, kind).entries
    assert entries["addressee"] == here.cast.bawaslu.name
    made = issue_document(matter=matter, form="sender_answer", actor=here.officer, entries=entries, at=LATER)
    text = str(text_of(document(here.officer, made.pk)).to_json())
    assert "800/12/2025" in text and NAME not in text and "pangkat" not in text
    with pytest.raises(BadInput):
        named = entries | {"answer": f"{NAME} dihukum."}
        issue_document(matter=matter, form="sender_answer", actor=here.officer, entries=named, at=LATER)


def test_before_anything_was_begun_there_is_no_answer_to_write(here: Office) -> None:
    assert "sender_answer" not in {offer.kind.id for offer in offers(here.matter)}
    here.opened()
    assert "sender_answer" in {offer.kind.id for offer in offers(here.matter)}


def test_who_was_cleared_is_named_in_the_statement_of_it_and_nowhere_else(here: Office) -> None:
    row = here.reach("examined")
    report = written(here, row, "exam_report")
    not_proven = decision(START + timedelta(days=21), verdict=Verdict.NOT_PROVEN, penalty="")
    exam.decide(examination=fresh(row), decided=not_proven, actor=SYSTEM, at=LATER)
    act.close(matter=Matter.objects.get(pk=row.matter_id), outcome=Outcome.NOT_PROVEN, actor=SYSTEM, at=LATER)
    assert offered(row) == {"exam_clearance"}
    assert NAME in str(text_of(written(here, row, "exam_clearance")).to_json())
    with pytest.raises(NotFound):
        document(here.officer, report.pk)
    matter, told = fresh(row).matter, letters().get("correction")
    to_tell = Correction.objects.filter(matter=matter, direction=Direction.OUTGOING)
    bodies = set(to_tell.values_list("body_name", flat=True))
    assert here.cast.bawaslu.name in bodies, "who handed it over is to know"
    assert proposed(matter, told).entries["addressee"] in bodies
    given = {"matter": matter, "form": "correction", "actor": here.officer, "at": LATER}
    letter = issue_document(**given, entries=proposed(matter, told).entries)
    assert "tidak terbukti" in str(text_of(document(here.officer, letter.pk)).to_json())


def test_a_closed_matter_asks_as_often_about_three_who_were_cleared_as_about_one(cast: Cast) -> None:
    asked = []
    for cleared in (1, 3):
        people = [{"role": "teacher", "name": f"{NAME} {place}", "unit": None} for place in range(cleared + 1)]
        here = office(cast, reported=people)
        here.reach("recorded", letter=f"800/{cleared}")
        for place in range(1, cleared + 1):
            here.reach("annulled", place=place, letter=f"800/{cleared}/{place}")
        act.close(matter=Matter.objects.get(pk=here.matter.pk), outcome=Outcome.FOLLOWED_UP, actor=SYSTEM, at=LATER)
        matter = Matter.objects.select_related("organisation").get(pk=here.matter.pk)
        with CaptureQueriesContext(connection) as queries:
            kinds = [offer.kind.id for offer in offers(matter) if offer.examination is not None]
        assert kinds == ["exam_clearance"] * cleared
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_signed_file_comes_back_and_is_matched(here: Office) -> None:
    row = written(here, here.opened(), "exam_summons")
    content = file_of(make_file(document=row, url=URL.format(text_of(row).code.replace("-", "")), actor=here.officer))
    back = take_signed(document=row, content=content + b"\n% signed", actor=here.officer)
    assert back.copy.matched_by == MatchedBy.FILE


def test_a_letter_does_not_fit_the_examination_of_somebody_else_or_of_nobody(here: Office) -> None:
    row = fresh(here.opened())
    elsewhere = Matter.objects.exclude(pk=row.matter_id).first()
    assert elsewhere is not None
    draft = Draft(entries=MEETING)
    for matter, examination in ((row.matter, None), (elsewhere, row)):
        with pytest.raises((Conflict, Forbidden)):
            write_letter(matter=matter, form="exam_summons", draft=draft, actor=here.officer, examination=examination)
    with pytest.raises(Conflict):
        write_letter(matter=row.matter, form="receipt", draft=Draft(), actor=here.officer)
