"""A draft gets its number: the text is frozen, a version before it is replaced. The file follows (``make_file``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.write_letter import record_handling, require_draft, write_letter
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.letters.codes import new_code
from sinetra.apps.cases.letters.compose import compose
from sinetra.apps.cases.letters.draft import Draft, require_no_name, signature_of
from sinetra.apps.cases.letters.facts import left_out
from sinetra.apps.cases.letters.house import house_of, letters, next_number
from sinetra.apps.cases.letters.kept import draft_of, sealed_content
from sinetra.apps.cases.letters.offered import require_fit, require_issuer
from sinetra.apps.cases.models import Examination, IssuedDocument, Matter
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.core.documents.printed_code import grouped
from sinetra.core.documents.signature_block import SignatureBlock
from sinetra.core.errors import BadInput, gettext_noop


def issue_document(
    *,
    matter: Matter,
    form: str,
    actor: Actor,
    entries: Mapping[str, str] | None = None,
    person: int = 0,
    examination: Examination | None = None,
    signature: SignatureBlock | None = None,
    at: datetime | None = None,
) -> IssuedDocument:
    """Drafts and numbers in one go, for a verb that brings its letter with it; inside its unit of work or alone.

    ``form``: a kind of the catalogue; ``entries``: its fields as text, a list with one item a line; ``person``: which
    of those reported, ``examination``: whose it is about, at a receiver; ``signature`` None: as the office has it. The
    PDF is made when somebody opens the page *Surat*, for it bears the site's address. Errors: those of
    ``write_letter`` and ``issue_letter``.
    """
    draft = Draft(entries=entries or {}, person=person, signature=signature)
    with unit_of_work(actor, at=at):
        row = write_letter(matter=matter, form=form, draft=draft, examination=examination, actor=actor, at=at)
        return issue_letter(document=row, version=row.version, actor=actor, at=at)


def issue_letter(*, document: IssuedDocument, version: int, actor: Actor, at: datetime | None = None) -> IssuedDocument:
    """``version``: of the row that was read. Dated with the legal day of the office.

    Errors: ``Forbidden``, also for what only a commissioner numbers; ``BadInput`` without a signatory, or naming
    the field with a name that the letter must not hold; ``Conflict`` for what has a number, was rewritten meanwhile,
    does not fit the matter any more, or by interest.
    """
    require(actor, "document.issue", document)
    kind, matter = letters().get(document.kind), document.matter
    require_issuer(actor, kind)
    require_draft(document, version)
    require_fit(kind, matter, document.examination)
    require_no_conflict(actor, matter)
    draft, house = draft_of(document), house_of(document.organisation_id)
    # Since it was written a report may have come into the matter that names somebody else.
    require_no_name(draft, left_out(matter, kind))
    if draft.signature is None and signature_of(house.signature) is None:
        message = gettext_noop("Isi penanda tangannya, di surat ini atau di naskah dinas.")
        raise BadInput(message, field="signatory_name")
    at, on = moment(at, matter.region_id)
    code, code_hash = new_code(document.pk)
    with unit_of_work(actor) as work:
        number = next_number(work, document.organisation_id, on)
        text = compose(
            matter,
            kind,
            draft,
            house,
            dated_on=on,
            examination=document.examination,
            edition=document.edition,
            number=number.text,
            code=grouped(code),
        )
        work.change(
            document,
            state=LetterState.ISSUED,
            number=number.text,
            year=number.year,
            sequence=number.sequence,
            dated_on=on,
            code_hash=code_hash,
            issued_at=at,
            issued_by_id=actor.user_id,
            content_sealed=sealed_content(document, draft, text),
        )
        work.record("document.issue", document, data={"kind": kind.id, "number": number.text, "form": document.form})
        record_handling(work, matter)
        add_step(work, StepCode.LETTER_ISSUED, matter=matter, at=at, on=on, letter=kind.id, number=number.text)
        replaced = document.replaces
        if replaced is not None and replaced.state == LetterState.ISSUED:  # what was revoked meanwhile stays revoked
            work.change(replaced, state=LetterState.REPLACED)
            work.record("document.replace", replaced, data={"by": str(document.pk)})
    return document
