"""A letter of a matter is drafted, or its draft rewritten. It has no number yet and counts for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.letters.choices import with_choices
from sinetra.apps.cases.letters.compose import form_of
from sinetra.apps.cases.letters.draft import Draft, checked
from sinetra.apps.cases.letters.facts import left_out
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import sealed_content
from sinetra.apps.cases.letters.offered import require_fit
from sinetra.apps.cases.models import Examination, IssuedDocument, Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.core.casework.letters import LetterKind
from sinetra.core.errors import Conflict, gettext_noop


def write_letter(
    *,
    matter: Matter,
    form: str,
    draft: Draft,
    actor: Actor,
    examination: Examination | None = None,
    replaces: IssuedDocument | None = None,
    at: datetime | None = None,
) -> IssuedDocument:
    """``form``: a kind of the catalogue; ``examination``: whose it is about, for one of a receiver. ``replaces``: the
    version that this one will take the place of.

    Errors: ``Forbidden``; ``NotFound`` for a kind that is not there; ``BadInput`` naming the field; ``Conflict`` by the
    matter's state, by interest, or when that version was replaced or revoked already.
    """
    require(actor, "document.write", IssuedDocument(organisation_id=matter.organisation_id, matter=matter))
    kind = letters().get(form)
    require_fit(kind, matter, examination)
    require_no_conflict(actor, matter)
    if replaces is not None and (replaces.state != LetterState.ISSUED or hasattr(replaces, "replaced_by")):
        raise Conflict(gettext_noop("Versi ini sudah diganti atau dicabut."), code="not_replaceable")
    clean = _clean(kind, draft, matter, examination)
    _, on = moment(at, matter.region_id)
    found = form_of(kind, matter, examination)
    row = IssuedDocument(
        organisation_id=matter.organisation_id,
        matter=matter,
        examination=examination,
        kind=kind.id,
        form="" if found is None else found.id,
        edition=1 if replaces is None else replaces.edition + 1,
        replaces=replaces,
        dated_on=on,
        written_by_id=actor.user_id,
    )
    row.content_sealed = sealed_content(row, clean)
    with unit_of_work(actor, at=at) as work:
        work.create(row)
        work.record("document.write", row, data={"kind": kind.id, "edition": row.edition})
        record_handling(work, matter)
    return row


def rewrite_letter(*, document: IssuedDocument, version: int, draft: Draft, actor: Actor) -> IssuedDocument:
    """``version``: of the row that was read. Errors: ``Forbidden``; ``BadInput``; ``Conflict`` for what is issued."""
    require(actor, "document.write", document)
    require_no_conflict(actor, document.matter)
    require_draft(document, version)
    kind = letters().get(document.kind)
    matter = document.matter
    clean = _clean(kind, draft, matter, document.examination)
    with unit_of_work(actor) as work:
        work.change(document, content_sealed=sealed_content(document, clean), written_by_id=actor.user_id)
        work.record("document.write", document, data={"kind": kind.id, "edition": document.edition})
        record_handling(work, matter)
    return document


def _clean(kind: LetterKind, draft: Draft, matter: Matter, examination: Examination | None) -> Draft:
    """Of a letter about an examination the person is the one examined."""
    if examination is not None:
        draft = replace(draft, person=examination.place)
    people = len(reported_of(matter))
    return checked(with_choices(kind, examination), draft, people=people, left_out=left_out(matter, kind))


def record_handling(work: Work, matter: Matter) -> None:
    """Who writes or signs a letter of a matter has handled it: as custodian they do not open its reporter's name
    (``reports.handled``)."""
    work.record("matter.letter", matter)


def require_draft(document: IssuedDocument, version: int) -> None:
    """Errors: ``Conflict``, also when somebody rewrote it meanwhile."""
    if document.state != LetterState.DRAFT:
        raise Conflict(gettext_noop("Surat yang sudah bernomor tidak diubah. Buat versi baru."), code="issued")
    if document.version != version:
        raise Conflict(gettext_noop("Data ini baru saja diubah orang lain. Muat ulang, lalu coba lagi."))
