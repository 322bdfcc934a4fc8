"""One person drafts a version of the oath or pledge of an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import PledgeText
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.prevention.written_out import words

LENGTHS = {"title": (5, 200), "body": (40, 6000), "written_part": (10, 300)}
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeDraft:
    """``written_part`` is what each signer writes out; ``in_force_from`` the first day of this version."""

    kind: PledgeText.Kind
    title: str
    body: str
    written_part: str
    in_force_from: date


def write_pledge_text(*, draft: PledgeDraft, actor: Actor, text: PledgeText | None = None) -> PledgeText:
    """A new version, or ``text`` anew while it is a draft; whoever writes last is its author.

    Errors: ``Forbidden``; ``BadInput`` naming a field; ``Conflict`` for a published version, which is never altered
    (``published``), when another draft of the kind waits (``draft_waits``), or when it was changed meanwhile.
    """
    require(actor, "pledge.write", text)
    if text is not None and text.published_at is not None:
        raise Conflict(gettext_noop("Versi yang sudah terbit tidak dapat diubah. Tulis versi baru."), code="published")
    values = _checked(draft)
    with unit_of_work(actor) as work:
        if text is None:
            text = work.create(_next(draft.kind, values, actor))
        else:
            work.change(text, written_by_id=actor.user_id, **values)
        work.record("pledge.write", text)
    return text


def _next(kind: PledgeText.Kind, values: dict[str, object], actor: Actor) -> PledgeText:
    rows = PledgeText.objects.filter(organisation_id=actor.office, kind=kind)
    if rows.filter(published_at=None).exists():
        raise Conflict(gettext_noop("Masih ada konsep jenis ini. Tulis ulang konsep itu."), code="draft_waits")
    last = rows.aggregate(last=Max("number"))["last"] or 0
    return PledgeText(organisation_id=actor.office, kind=kind, number=last + 1, written_by_id=actor.user_id, **values)


def _checked(draft: PledgeDraft) -> dict[str, object]:
    found: dict[str, object] = {"in_force_from": draft.in_force_from}
    for name, (least, most) in LENGTHS.items():
        value = str(getattr(draft, name)).replace("\r\n", "\n").strip()
        if not least <= len(value) <= most:
            raise BadInput(gettext_noop("Panjangnya %(accepted)s huruf."), field=name, accepted=(f"{least}–{most}",))
        found[name] = value
    if len(words(draft.written_part)) < FEWEST_WORDS:
        raise BadInput(
            gettext_noop("Kalimat yang ditulis sendiri paling sedikit %(accepted)s kata."),
            field="written_part",
            accepted=(str(FEWEST_WORDS),),
        )
    return found
