"""Letters about a replacement: composed from step and check, issued with a code that anybody can check."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from career_cast import DAY, a_transfer, new_ruling

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers import law
from sinetra.apps.careers.actions import (
    check_transfer,
    decide_step,
    end_step,
    issue_letter,
    propose_step,
    revoke_letter,
)
from sinetra.apps.careers.handlers import forget_steps
from sinetra.apps.careers.letter_texts import letter_texts
from sinetra.apps.careers.letters import LetterDraft, compose, file_of, public_letter
from sinetra.apps.careers.models import CareerStep, TransferCheck, TransferLetter
from sinetra.apps.careers.vocabulary import LetterKind, StepKind
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import check_pdf
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.signer import document_signer

pytestmark = pytest.mark.django_db


@pytest.fixture
def transfer(lurah, officer) -> CareerStep:
    row = propose_step(proposal=a_transfer(), person=lurah, actor=officer)
    check_transfer(facts=law.facts_of(row), step=row, actor=officer)
    return row


def a_draft(**changes: Any) -> LetterDraft:
    given: dict[str, Any] = {
        "kind": LetterKind.PERMIT,
        "dated_on": DAY,
        "number": "800/77/BKPSDM/2024",
        "place": "Cendana",
        "addressee": "Menteri Dalam Negeri",
        "signer": HeldRoleName.REGIONAL_HEAD,
    }
    return LetterDraft(**(given | changes))


def issued(step: CareerStep, officer, **changes: Any) -> tuple[TransferLetter, str]:
    """The letter, and the code that its QR leads to."""
    codes: list[str] = []

    def url_of(code: str) -> str:
        codes.append(code)
        return f"https://sinetra.example/id/surat/{code}/"

    return issue_letter(step=step, draft=a_draft(**changes), url_of=url_of, actor=officer), codes[0]


def words_of(document: Any) -> str:
    told = [*document.addressees, document.subject]
    for passage in document.passages:
        told += [passage.heading, *passage.paragraphs, *passage.items, *(" ".join(pair) for pair in passage.pairs)]
    return "\n".join(told)


def test_every_kind_of_letter_has_its_text():
    assert set(letter_texts()) == set(LetterKind)


def test_a_request_for_the_permit_tells_who_where_when_by_which_criteria_and_which_window(transfer):
    document = compose(transfer, a_draft())
    told = words_of(document)
    for words in (
        "Menteri Dalam Negeri",
        "Kelapa Contohputra",
        "Lurah Bunga Rampai",
        "2 Desember 2024",
        "Lulus uji kompetensi",
        "22 Maret 2024",
    ):
        assert words in told, words
    assert document.signature.name == "Angsana Contohwati"
    assert "Pjs" in document.signature.title
    assert document.is_draft


def test_a_request_for_the_technical_approval_goes_to_bkn(transfer):
    document = compose(transfer, a_draft(kind=LetterKind.APPROVAL, addressee="Kepala BKN"))
    assert "persetujuan teknis" in words_of(document)


def test_a_letter_does_not_tell_of_a_check_for_another_day(transfer, officer):
    other = law.facts_of(transfer) | {"effective_on": "2024-12-09"}
    check_transfer(facts=other, step=transfer, actor=officer)
    with pytest.raises(BadInput):
        compose(transfer, a_draft())
    with pytest.raises(BadInput):
        issued(transfer, officer)
    assert not TransferLetter.objects.exists()
    assert compose(transfer, a_draft(kind=LetterKind.APPROVAL)), "it tells of no window"
    check_transfer(facts=law.facts_of(transfer), step=transfer, actor=officer)
    assert "22 Maret 2024" in words_of(compose(transfer, a_draft()))


def test_the_undoing_of_an_inauguration_names_the_decision_and_its_own_day(lurah, officer, ppk):
    row = propose_step(proposal=a_transfer(proposed_on=date(2024, 11, 18)), person=lurah, actor=officer)
    check_transfer(facts=law.facts_of(row), step=row, actor=officer)
    draft = a_draft(kind=LetterKind.CANCELLATION, addressee="Kelapa Contohputra")

    def refused() -> bool:
        with pytest.raises(Conflict) as error:
            issue_letter(step=row, draft=draft, url_of=str, actor=officer)
        return error.value.code == "no_fit"

    assert refused(), "nothing was decided"
    ruling = new_ruling(decided_on=date(2024, 11, 20), despite="Menurut surat Menteri.")
    decide_step(step=row, ruling=ruling, actor=ppk)
    assert refused(), "it stands"
    end_step(step=row, ended_on=DAY, words="Izin dicabut Menteri.", actor=officer)
    told = words_of(compose(row, draft))
    for words in ("800/12/BKPSDM/2024", "20 November 2024", "dibatalkan pada tanggal 22 November 2024"):
        assert words in told, words
    assert issued(row, officer, kind=LetterKind.CANCELLATION)


def test_who_was_dismissed_had_no_inauguration_to_undo(lurah, officer, ppk):
    row = propose_step(proposal=a_transfer(kind=StepKind.DISMISSAL), person=lurah, actor=officer)
    check_transfer(facts=law.facts_of(row), step=row, actor=officer)
    assert issued(row, officer), "the permit is asked all the same"
    decide_step(step=row, ruling=new_ruling(despite="Menurut surat Menteri."), actor=ppk)
    end_step(step=row, ended_on=DAY, words="Izin dicabut Menteri.", actor=officer)
    with pytest.raises(Conflict):
        issued(row, officer, kind=LetterKind.CANCELLATION, number="2")


def test_an_issued_letter_is_sealed_kept_encrypted_and_checked_by_its_code(transfer, officer):
    row, code = issued(transfer, officer)
    content = file_of(row)
    assert content.startswith(b"%PDF")
    assert check_pdf(content, document_signer().check).ok
    found = public_letter(f" {code.lower()} ")
    assert found is not None
    assert (found.number, found.state, found.sha256) == ("800/77/BKPSDM/2024", "issued", row.sha256)
    assert "Kelapa" not in str(found)
    assert code not in row.code_hash
    assert public_letter("0" * 16) is None
    assert public_letter("bukan kode") is None


def test_the_same_letter_gives_the_same_bytes(transfer):
    document = compose(transfer, a_draft(), code="ABCD2345EFGH6789")
    assert official_pdf(document, url="https://x.example/") == official_pdf(document, url="https://x.example/")


def test_a_letter_that_was_taken_back_says_so_and_keeps_its_reason(transfer, officer):
    row, code = issued(transfer, officer)
    revoke_letter(letter=row, reason="Salah tanggal pelantikan.", actor=officer)
    found = public_letter(code)
    assert found is not None
    assert found.state == "revoked"
    with pytest.raises(Conflict):
        revoke_letter(letter=row, reason="Sekali lagi.", actor=officer)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": " "}, "number"),
        ({"signer": HeldRoleName.REGIONAL_SECRETARY}, "signer"),
        ({"more": "Yang bersangkutan dilaporkan warga."}, "more"),
    ],
)
def test_what_a_letter_lacks_is_named_and_nothing_is_left_behind(transfer, officer, changes, field):
    with pytest.raises(BadInput) as refused:
        issued(transfer, officer, **changes)
    assert refused.value.field == field
    assert not TransferLetter.objects.exists()


def test_a_number_stands_once(transfer, officer):
    issued(transfer, officer)
    with pytest.raises(BadInput) as refused:
        issued(transfer, officer)
    assert refused.value.field == "number"


def test_a_training_gets_no_such_letter_and_who_may_not_writes_none(step, transfer, officer, ppk):
    with pytest.raises(Conflict):
        issued(step, officer)
    with pytest.raises(Forbidden):
        issued(transfer, ppk)


def test_with_the_step_go_its_letters_and_files_and_the_check_stays_without_it(transfer, officer):
    row, code = issued(transfer, officer)
    with unit_of_work(SYSTEM) as work:
        work.change(transfer, created_at=datetime(2015, 1, 1, tzinfo=UTC))
        work.record("test.age", transfer)
    assert forget_steps(datetime.now(UTC), dry_run=False) == 1
    assert public_letter(code) is None
    with pytest.raises(NotFound):
        file_of(row)
    assert [check.step_id for check in TransferCheck.objects.all()] == [None]
    assert date(2024, 12, 2) == TransferCheck.objects.get().effective_on
