"""Letters of a matter: drafted, numbered, sealed, replaced, revoked; who may; and whom they never name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from letter_cast import CHAIR, ENTRIES, cleared, issued, made, printed_elsewhere, registered, words_of
from report_cast import NAME, REPORTER, WORDS, Cast, person

from casework_rows import decided, studied
from sinetra.apps.base.actor import Role
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions import start_study
from sinetra.apps.cases.actions.discard_letter import discard_letter
from sinetra.apps.cases.actions.issue_document import issue_document, issue_letter
from sinetra.apps.cases.actions.make_file import make_file
from sinetra.apps.cases.actions.revoke_letter import revoke_letter
from sinetra.apps.cases.actions.set_letter_house import House, set_letter_house
from sinetra.apps.cases.actions.take_signed import take_signed
from sinetra.apps.cases.actions.write_letter import rewrite_letter, write_letter
from sinetra.apps.cases.letters.draft import Draft
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.letters.offered import offers
from sinetra.apps.cases.letters.reads import document, matter_of, public_document, signed_file
from sinetra.apps.cases.models import IssuedDocument, Matter
from sinetra.apps.cases.policies import RECEIVERS
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.reports.handled import handled_among
from sinetra.core.documents.official import official_pdf
from sinetra.core.documents.seal import check_pdf
from sinetra.core.documents.signature_block import Capacity
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.signer import document_signer

pytestmark = pytest.mark.django_db
# Each letter with the state of a matter in which it can be made.
PLACES = {
    "receipt": lambda cast: cast.matter(),
    "gap_notice": lambda cast: start_study(matter=cast.matter(), actor=cast.staff),
    "summons": registered,
    "clarification_minutes": registered,
    "study": lambda cast: studied(registered(cast), cast.staff),
    "plenary_minutes": lambda cast: cast.in_plenary(),
    "forwarding": lambda cast: cast.in_plenary(),
    "status_notice": cleared,
    "clearance": cleared,
}
NAMING = {"summons", "clarification_minutes", "study", "plenary_minutes", "forwarding", "clearance"}


@pytest.mark.parametrize("form", PLACES)
def test_each_letter_is_made_sealed_and_verified_and_never_tells_who_reported(
    cast: Cast, house: House, form: str
) -> None:
    content = made(cast, issued(cast, PLACES[form](cast), form))
    assert check_pdf(content, document_signer().check).ok
    text = words_of(content)
    assert not any(said in text for said in (*REPORTER.values(), WORDS))
    assert (NAME in text) is (form in NAMING)
    assert "Akasia Contohwan" in text and "K.CDN" in text


def test_the_same_letter_gives_the_same_bytes(cast: Cast, house: House) -> None:
    row = issued(cast, registered(cast), "summons")
    assert official_pdf(text_of(row), url="u") == official_pdf(text_of(row), url="u")
    assert hashlib.sha256(made(cast, row)).hexdigest() == IssuedDocument.objects.get(pk=row.pk).sha256
    assert made(cast, row) == made(cast, row)  # again it changes nothing


def test_numbers_have_no_gap_and_follow_the_office_s_own_pattern(cast: Cast, house: House) -> None:
    matter = cast.matter()
    numbers = [issued(cast, matter, "receipt").number.split("/")[:3] for _ in range(2)]
    with pytest.raises(BadInput):
        issued(cast, matter, "receipt", received_by="")
    numbers.append(issued(cast, matter, "receipt").number.split("/")[:3])
    assert numbers == [[f"00{n}", "PM.00.02", "K.CDN"] for n in (1, 2, 3)]


def test_an_unread_form_code_is_said_to_be_unread(cast: Cast, house: House) -> None:
    form = text_of(issued(cast, cast.matter(), "receipt")).form
    assert (form.code, form.printed, form.confidence) == ("A.3", False, "perlu-cek")


def test_a_new_version_takes_the_place_of_the_old_one(cast: Cast, house: House) -> None:
    old = issued(cast, cast.matter(), "receipt")
    draft = Draft(entries=ENTRIES["receipt"] | {"received_by": "Petugas lain"})
    new = write_letter(matter=old.matter, form="receipt", draft=draft, actor=cast.staff, replaces=old)
    with pytest.raises(Conflict):
        write_letter(
            matter=old.matter, form="receipt", draft=draft, actor=cast.staff, replaces=document(cast.staff, old.pk)
        )
    issue_letter(document=document(cast.staff, new.pk), version=new.version, actor=cast.staff)
    rows = {row.edition: row.state for row in IssuedDocument.objects.all()}
    assert rows == {1: LetterState.REPLACED, 2: LetterState.ISSUED}
    assert "Petugas lain" in str(text_of(document(cast.staff, new.pk)).to_json())


def test_a_number_ends_the_draft_and_a_rewritten_draft_is_not_numbered_unread(cast: Cast, house: House) -> None:
    draft = Draft(entries=ENTRIES["receipt"])
    row = write_letter(matter=cast.matter(), form="receipt", draft=draft, actor=cast.staff)
    read = row.version
    rewrite_letter(document=row, version=read, draft=draft, actor=cast.staff)
    with pytest.raises(Conflict):
        issue_letter(document=row, version=read, actor=cast.staff)
    issue_letter(document=row, version=row.version, actor=cast.staff)
    for act in (
        lambda: rewrite_letter(document=row, version=row.version, draft=draft, actor=cast.staff),
        lambda: discard_letter(document=row, version=row.version, actor=cast.staff),
        lambda: issue_letter(document=row, version=row.version, actor=cast.staff),
    ):
        with pytest.raises(Conflict):
            act()


def test_a_draft_can_be_thrown_away(cast: Cast, house: House) -> None:
    row = write_letter(matter=cast.matter(), form="receipt", draft=Draft(entries=ENTRIES["receipt"]), actor=cast.staff)
    discard_letter(document=row, version=row.version, actor=cast.staff)
    assert not IssuedDocument.objects.exists()


@pytest.mark.parametrize(
    ("form", "changes", "field"),
    [
        ("receipt", {"received_by": " "}, "received_by"),
        ("gap_notice", {"gaps": ""}, "gaps"),
        ("gap_notice", {"until": "besok"}, "until"),
        ("summons", {"giver": "teman"}, "giver"),
        ("summons", {"giver": "witness"}, "giver_name"),
        ("summons", {"giver": "reporter", "giver_name": "Kamboja"}, "giver_name"),
    ],
)
def test_what_is_wrong_is_named(cast: Cast, house: House, form: str, changes: dict[str, str], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        issued(cast, PLACES[form](cast), form, **changes)
    assert refused.value.field == field
    assert not IssuedDocument.objects.exists()


def test_a_letter_without_a_signatory_gets_no_number(cast: Cast) -> None:
    with pytest.raises(BadInput) as refused:
        issued(cast, cast.matter(), "receipt")
    assert refused.value.field == "signatory_name"
    row = issue_document(
        matter=cast.matter(), form="receipt", actor=cast.staff, entries=ENTRIES["receipt"], signature=CHAIR
    )
    assert row.number.startswith("001/PM/")


def test_a_reporter_who_is_heard_signs_without_a_printed_name(cast: Cast, house: House) -> None:
    row = issued(cast, registered(cast), "clarification_minutes", giver="reporter")
    told = text_of(row)
    assert told.signers[0] == ("Yang memberi keterangan", "")
    assert f"Pelapor dalam perkara nomor {row.matter.number}" in str(told.to_json())


def test_letters_fit_the_state_of_their_matter(cast: Cast, house: House) -> None:
    assert "clearance" not in {offer.kind.id for offer in offers(registered(cast))}
    with pytest.raises(Conflict):
        issued(cast, cast.matter(), "clearance")
    after = {offer.kind.id for offer in offers(cleared(cast))}
    assert after == {"receipt", "status_notice", "clearance", "correction"}


def test_who_was_cleared_is_named_in_the_statement_of_it_and_nowhere_else(cast: Cast, house: House) -> None:
    matter = cleared(cast)
    assert NAME in str(text_of(issued(cast, matter, "clearance")).to_json())
    study = replace_states(matter)
    assert NAME not in str(study)


def replace_states(matter: Matter) -> object:
    """A study as it would read after the matter was closed as not proven."""
    from sinetra.apps.cases.letters.facts import facts_of
    from sinetra.apps.cases.letters.house import letters

    return facts_of(matter, letters().get("study"))


@pytest.mark.parametrize("written", [NAME, NAME.upper(), NAME.replace(" ", "\n")])
def test_a_notice_that_names_nobody_refuses_a_name_that_somebody_writes(cast: Cast, house: House, written: str) -> None:
    with pytest.raises(BadInput) as refused:
        issued(cast, cleared(cast), "status_notice", reason=f"Perbuatan {written} tidak terbukti.")
    assert refused.value.field == "reason"
    named = issued(cast, studied(registered(cast), cast.staff), "study", facts_found=f"Menurut {written} …")
    assert named.number


def test_what_only_the_plenary_signs_is_numbered_by_a_commissioner(cast: Cast, house: House) -> None:
    matter = cast.in_plenary()
    with pytest.raises(Forbidden):
        issued(cast, matter, "plenary_minutes", actor=cast.staff)
    assert issued(cast, matter, "plenary_minutes").number


def test_a_conflicted_handler_makes_no_letter(cast: Cast, house: House) -> None:
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    with pytest.raises(Conflict) as refused:
        issued(cast, registered(cast), "summons", actor=named)
    assert refused.value.code == "conflict_of_interest"


def test_a_conflicted_handler_reads_no_letter_either(cast: Cast, house: House) -> None:
    row = issued(cast, registered(cast), "summons")
    back = take_signed(document=row, content=printed_elsewhere(text_of(row).code), actor=cast.staff)
    named = person(cast.bawaslu, Role.BAWASLU_STAFF, name=NAME)
    reads: tuple[Callable[[], object], ...] = (
        lambda: matter_of(named, row.matter_id),
        lambda: document(named, row.pk),
        lambda: signed_file(named, back.copy.pk),
        lambda: discard_letter(document=row, version=row.version, actor=named),
    )
    for read in reads:
        with pytest.raises(Conflict) as refused:
            read()
        assert refused.value.code == "conflict_of_interest"


def test_who_writes_a_letter_has_handled_its_matter(cast: Cast, house: House) -> None:
    row = issued(cast, registered(cast), "summons")
    writer = person(cast.bawaslu, Role.BAWASLU_STAFF)
    assert not handled_among(writer, [row.matter])
    write_letter(matter=row.matter, form="summons", draft=Draft(entries=ENTRIES["summons"]), actor=writer)
    assert handled_among(writer, [row.matter])


@pytest.mark.parametrize("name", ["Adi", "a", "."])
def test_an_ordinary_word_is_nobody_s_name(cast: Cast, house: House, name: str) -> None:
    matter = cast.matter(reported=[{"role": "lurah", "name": name, "unit": "Kelurahan Contoh"}])
    assert issued(cast, matter, "receipt", evidence="Foto kejadian, terjadi di sini.") is not None


def test_who_may_not(cast: Cast, house: House) -> None:
    row = issued(cast, cast.matter(), "receipt")
    content = made(cast, row)
    draft = Draft(entries=ENTRIES["receipt"])
    for actor in (*cast.outsiders, cast.custodian, cast.bkn_officer, cast.province_staff, cast.district_staff):
        for act in (
            lambda actor=actor: write_letter(matter=row.matter, form="receipt", draft=draft, actor=actor),
            lambda actor=actor: issue_letter(document=row, version=row.version, actor=actor),
            lambda actor=actor: make_file(document=row, url="u", actor=actor),
            lambda actor=actor: take_signed(document=row, content=content, actor=actor),
            lambda actor=actor: revoke_letter(document=row, reason="Salah orang.", actor=actor),
        ):
            with pytest.raises(Forbidden):
                act()
        with pytest.raises((Forbidden, NotFound)):
            document(actor, row.pk)
        assert not visible(actor, IssuedDocument).exists()
    others = [actor for actor in cast.outsiders if not actor.has(*RECEIVERS)]
    for actor in (cast.staff, cast.custodian, *others):
        with pytest.raises(Forbidden):
            set_letter_house(house=house, year=2024, actor=actor)
    with pytest.raises(Forbidden):
        revoke_letter(document=row, reason="Salah orang.", actor=cast.staff)


def test_the_public_reads_whether_it_counts_and_nobody_s_name(cast: Cast, house: House) -> None:
    row = issued(cast, registered(cast), "summons")
    code = text_of(row).code
    made(cast, row)
    told = public_document(code.lower())
    assert told is not None
    assert (told.state, told.number, told.sealed_as) == ("issued", row.number, "segel uji")
    assert NAME not in str(told) and row.matter.number not in str(told)
    revoke_letter(document=document(cast.commissioner, row.pk), reason="Salah orang.", actor=cast.commissioner)
    again = public_document(code)
    assert again is not None and again.state == "revoked" and "Salah orang" not in str(again)
    assert public_document("0000-0000-0000-0000") is None


def test_a_draft_has_no_public_page(cast: Cast, house: House) -> None:
    from sinetra.apps.cases.letters.codes import new_code

    row = write_letter(matter=cast.matter(), form="receipt", draft=Draft(entries=ENTRIES["receipt"]), actor=cast.staff)
    assert public_document(new_code(row.pk)[0]) is None


def test_a_signature_block_that_lacks_somebody_is_refused(cast: Cast, house: House) -> None:
    lacking = replace(CHAIR, capacity=Capacity.UB, principal="Ketua")
    with pytest.raises(BadInput) as refused:
        set_letter_house(house=replace(house, signature=lacking), year=2024, actor=cast.commissioner)
    assert refused.value.field == "deputy"


def test_a_verb_can_bring_its_letter_inside_its_own_unit_of_work(cast: Cast, house: House) -> None:
    from sinetra.apps.base.work import unit_of_work

    matter = registered(cast)
    with pytest.raises(RuntimeError), unit_of_work(cast.commissioner):
        issue_document(matter=matter, form="summons", actor=cast.commissioner, entries=ENTRIES["summons"])
        raise RuntimeError("the verb failed")
    assert not IssuedDocument.objects.exists()
    decided(matter, cast.commissioner)
    assert issued(cast, matter, "plenary_minutes").number.startswith("001/")
