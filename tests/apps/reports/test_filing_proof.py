"""The proof of filing: for whoever shows the code, the same bytes each time, naming nobody."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from uuid import UUID

import pypdf
import pytest
from django.db import connection
from report_cast import FILED_AT, NAME, REPORTER, WORDS, Cast, filed, formal, person

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Role, reporter
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.reports.actions.make_proof import Proof, make_proof, make_proof_by_code
from sinetra.apps.reports.evidence_hashes import evidence_hashes
from sinetra.apps.reports.models import FilingProof, Report
from sinetra.apps.reports.sealing import Erased
from sinetra.core.documents.filing_check import ProofProblem, check_filing
from sinetra.core.documents.filing_proof import statement_in
from sinetra.core.documents.seal import SealProblem
from sinetra.core.errors import BadInput, NotFound
from sinetra.ports.keyring import Keyring, Purpose, keyring
from sinetra.ports.signer import LocalTestSigner, document_signer

pytestmark = pytest.mark.django_db
verb = sys.modules["sinetra.apps.reports.actions.make_proof"]
ADDRESS = "https://bawaslu.contoh/id/bukti/"


def proof(code: str) -> Proof:
    return make_proof_by_code(code=code, address=ADDRESS)


def handed_in(report_id: UUID, content: bytes = b"Undangan apel hari Senin.") -> bytes:
    """By the reporter, after filing."""
    incoming = receive_file(name="undangan.txt")
    incoming.write(content)
    incoming.finish()
    add_evidence(report=Report.objects.get(pk=report_id), keys=[incoming.key], actor=reporter(report_id))
    return content


def printed(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def told_in(pdf: bytes, words: tuple[str, ...]) -> set[str]:
    """Which of these words stand in the file: in its print, its bytes or in what its statement says."""
    statement, _ = statement_in(pdf)
    places = (printed(pdf), pdf.decode("latin-1"), str(statement), str(pypdf.PdfReader(io.BytesIO(pdf)).metadata))
    return {word for word in words for place in places if word in place}


def test_nothing_is_made_at_filing_and_the_same_bytes_are_given_each_time(cast: Cast) -> None:
    code = filed(formal()).code
    assert not FilingProof.objects.exists()
    first = proof(code)
    assert (proof(code).pdf, proof(code).content) == (first.pdf, first.content)
    assert FilingProof.objects.get().sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert AuditEntry.objects.filter(action="proof.make").count() == 1


def test_it_states_time_zone_office_channel_and_content_and_is_signed(cast: Cast) -> None:
    made = proof(filed(formal()).code)
    found = check_filing(made.pdf, document_signer().check, content=made.content)
    assert found.ok and found.statement is not None
    assert (found.statement.office, found.statement.channel) == (cast.bawaslu.name, "report")
    assert (found.statement.filed_at, found.statement.zone) == (FILED_AT.isoformat(), "WIB")
    assert found.statement.content == hashlib.sha256(made.content).hexdigest(), "sha256sum is all that a check needs"
    assert "22 November 2024, 08.10 WIB" in printed(made.pdf)


def test_neither_sheet_nor_code_nor_trace_names_anybody_and_a_planted_name_is_found(cast: Cast) -> None:
    answer = filed(formal())
    made = proof(answer.code)
    words = (
        NAME,
        *NAME.split(),
        *REPORTER["name"].split(),
        REPORTER["address"],
        WORDS,
        answer.code,
        str(answer.report_id),
    )
    assert told_in(made.pdf, words) == set()
    assert not set(words) & set(str(AuditEntry.objects.get(action="proof.make").__dict__).split("'"))
    planted = Report.objects.get()
    planted.organisation.name = f"Kantor {NAME}"
    statement = verb.statement_of(planted, (), made.content)
    assert NAME in told_in(verb.sealed_proof(statement, (), ADDRESS, FILED_AT), words)


def test_the_content_file_has_what_was_written_and_not_who_wrote_it(cast: Cast) -> None:
    content = proof(filed(formal()).code).content
    told = json.loads(content)["content"]
    assert (told["what"], told["reported"][0]["name"], told["region"]) == (WORDS, NAME, "99.71.01")
    assert not any(word in content.decode() for word in REPORTER.values())


def test_two_reports_of_the_same_words_have_nothing_in_common(cast: Cast) -> None:
    one, other = proof(filed(formal()).code), proof(filed(formal()).code)
    assert statement_in(one.pdf)[0].content != statement_in(other.pdf)[0].content
    found = check_filing(one.pdf, document_signer().check, content=other.content)
    assert found.problems == (ProofProblem.OTHER_CONTENT,)


def test_one_changed_bit_and_another_key_are_refused(cast: Cast, tmp_path) -> None:
    pdf = proof(filed(formal()).code).pdf
    changed = bytearray(pdf)
    changed[len(pdf) // 2] ^= 1
    assert not check_filing(bytes(changed), document_signer().check).ok
    stranger = Keyring(tmp_path / "keys")
    stranger.create()
    assert SealProblem.UNKNOWN_KEY in check_filing(pdf, LocalTestSigner(stranger).check).problems


def test_after_a_rotation_the_bytes_are_still_the_same_and_still_hold(cast: Cast) -> None:
    code = filed(formal()).code
    first = proof(code).pdf
    for purpose in (Purpose.SIGNING, Purpose.DATA, Purpose.CODE):
        keyring().rotate(purpose)
    assert proof(code).pdf == first
    assert check_filing(first, document_signer().check).ok


def test_evidence_that_came_later_gives_another_edition_and_the_first_stays_true(cast: Cast) -> None:
    answer = filed(formal())
    code = answer.code
    before = proof(code)
    photo = hashlib.sha256(handed_in(answer.report_id)).hexdigest()
    after = proof(code)
    assert after.pdf != before.pdf and proof(code).pdf == after.pdf
    assert json.loads(after.content)["evidence"] == [photo]
    assert photo in printed(after.pdf).replace(" ", "").replace("\n", "")
    assert all(check_filing(pdf, document_signer().check).ok for pdf in (before.pdf, after.pdf))
    assert list(FilingProof.objects.order_by("edition").values_list("edition", flat=True)) == [1, 2]


def test_a_report_has_the_digests_of_its_files_in_their_order_and_without_files_none(cast: Cast) -> None:
    report, other = cast.report(), cast.report()
    files = [handed_in(report.pk, text) for text in (b"Undangan apel.", b"Daftar hadir.")]
    assert evidence_hashes(report) == tuple(hashlib.sha256(file).hexdigest() for file in files)
    assert evidence_hashes(other) == ()


def test_who_has_no_code_gets_no_proof_and_sees_none(cast: Cast) -> None:
    answer = filed(formal())
    proof(answer.code)
    row = FilingProof.objects.get()
    others = (cast.staff, cast.commissioner, cast.custodian, cast.bkn_officer, cast.province_staff, *cast.outsiders)
    everybody = (*others, person(cast.bawaslu, Role.AUDITOR), reporter(filed(formal()).report_id))
    for actor in everybody:
        assert not may(actor, "proof.make", row), actor
        assert row not in visible(actor, FilingProof), actor
    assert may(reporter(answer.report_id), "proof.make", row)
    assert row in visible(reporter(answer.report_id), FilingProof)


@pytest.mark.parametrize("code", ["", "kata", "x x x x x x x x x"])
def test_what_cannot_be_a_code_is_told(cast: Cast, code: str) -> None:
    with pytest.raises(BadInput):
        proof(code)


def test_a_report_that_is_not_there_has_no_proof(cast: Cast) -> None:
    with pytest.raises(NotFound):
        make_proof(report_id=cast.bawaslu.pk, address=ADDRESS)
    assert not FilingProof.objects.exists()


def test_after_erasure_there_is_none_any_more_and_the_kept_sheet_still_holds(cast: Cast) -> None:
    answer = filed(formal())
    kept = proof(answer.code).pdf
    with unit_of_work(SYSTEM) as work:
        done = erase_report(work, Report.objects.get())
    row = FilingProof.objects.get()
    assert (row.blob, row.sha256, bytes(row.nonce_sealed)) == ("", "", b"")
    assert len(done.files) == 1
    for _ in range(2):
        with pytest.raises(Erased):
            proof(answer.code)
    assert check_filing(kept, document_signer().check).ok


@pytest.mark.django_db(transaction=True)
def test_asked_for_twice_at_once_there_is_one_and_both_get_it(cast: Cast, monkeypatch) -> None:
    code = filed(formal()).code
    real, raced = verb.sealed_proof, []

    def slow(*given):
        if not raced:
            raced.append(True)
            raced.append(proof(code).pdf)
        return real(*given)

    monkeypatch.setattr(verb, "sealed_proof", slow)
    assert proof(code).pdf == raced[1]
    assert FilingProof.objects.count() == 1
    assert connection.needs_rollback is False
