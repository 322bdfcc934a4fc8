"""Nothing was proven: each body that had been told becomes a line that stays open until it has been put right."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import Work
from sinetra.apps.cases import parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Correction, Matter, Reopening
from sinetra.apps.cases.partners import lives_here, organisation_of
from sinetra.apps.cases.steps import StepCode, add_step
from sinetra.apps.cases.told import Told, told
from sinetra.apps.cases.vocabulary import CorrectionState, Direction
from sinetra.core.errors import Conflict, NotFound, gettext_noop
from sinetra.core.packages import Party

WAITING = (CorrectionState.OPEN, CorrectionState.SENT)
#: What is known to have been put right, or is on its way.
TOLD = (CorrectionState.SENT, CorrectionState.ACKNOWLEDGED)


def begin(work: Work, matter: Matter, *, on: date, but: str = "") -> list[Correction]:
    """A line for each body that still holds the allegation. ``but``: who has said itself that nothing was proven.

    After a reopening nobody is told twice: only who got something since, or was not told the first time.
    """
    last = Reopening.objects.filter(matter=matter).order_by("-reopened_at", "-id").first()
    rounds = Reopening.objects.filter(matter=matter).count()
    earlier = set(_own(matter).filter(state__in=TOLD).values_list("body_name", flat=True))
    made = []
    for item in told(matter):
        if item.name == but or (last is not None and item.name in earlier and item.at <= last.reopened_at):
            continue
        row = _line(matter, item, rounds, on)
        work.create(row)
        work.record("correction.open", row, data={"body": row.body_name, "by": row.told_by})
        made.append(row)
    return made


def _line(matter: Matter, item: Told, rounds: int, on: date) -> Correction:
    return Correction(
        organisation_id=matter.organisation_id,
        matter=matter,
        round=rounds,
        body_kind=item.kind,
        body_name=item.name,
        told_by=item.by,
        told_on=item.on,
        since=on,
        about=item.hand_over,
    )


def lapse(work: Work, matter: Matter) -> None:
    """The matter is handled once more: who was not told yet is told nothing now."""
    for row in _own(matter).filter(state=CorrectionState.OPEN):
        work.change(row, state=CorrectionState.REOPENED)
        work.record("correction.lapse", row)


def settle(work: Work, matter: Matter, at: datetime, on: date) -> None:
    """Says so when the last line is done. Whoever was faster with another line has moved the matter on: the guard."""
    work.change(matter)
    work.record("matter.correction", matter)
    if is_settled(matter):
        add_step(work, StepCode.CLEARED, matter=matter, at=at, on=on)


def is_settled(matter: Matter) -> bool:
    """Cleared in full: everybody who had been told knows, or cannot be told."""
    return matter.is_cleared and not _own(matter).filter(state__in=WAITING).exists()


def require_waiting(row: Correction, *states: CorrectionState) -> None:
    """Errors: ``Conflict`` for a line that is done, or is not there yet."""
    if row.direction != Direction.OUTGOING or row.state not in states:
        message = gettext_noop("Langkah ini tidak mungkin lagi untuk pembetulan ini.")
        raise Conflict(message, code="correction_state")


def goes_by_package(row: Correction) -> bool:
    """The body has Sinetra, and knows the matter by a package."""
    if row.about is None:
        return False
    found = organisation_of(Party(kind=row.body_kind, name=row.body_name))
    return found is not None and (lives_here(found) or found.public_key is not None)


def corrections_of(actor: Actor, matter: Matter) -> tuple[Correction, ...]:
    return tuple(visible(actor, Correction).filter(matter=matter).select_related("matter").order_by("since", "id"))


def waiting(actor: Actor) -> QuerySet[Correction]:
    """Lines that wait for this office, its own and those that came; to be paged by ``since``. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    return visible(actor, Correction).filter(state__in=WAITING).select_related("matter")


def correction_file(actor: Actor, correction_id: UUID) -> tuple[str, bytes]:
    """File name and signed document: of a correction that was sent by package, or of the answer to one that came.

    Errors: ``Forbidden``, ``NotFound``, ``StepAside``.
    """
    require(actor, "correction.export")
    row = visible(actor, Correction).select_related("matter").filter(pk=correction_id).first()
    part = "package" if row is not None and row.direction == Direction.OUTGOING else "reply"
    sealed = None if row is None else row.package_sealed if part == "package" else row.reply_sealed
    if row is None or sealed is None:
        raise NotFound(gettext_noop("Paket ini tidak ada, atau bukan untuk Anda."))
    require(actor, "correction.export", row)
    require_no_conflict(actor, row.matter)
    return f"sinetra-{row.pk}.json", parcels.unsealed(sealed, row.pk, part)


def to_tell_again(matter: Matter) -> tuple[str, ...]:
    """Who knows that nothing was proven though the matter was reopened since: to be told when it is decided otherwise,
    and only then."""
    if matter.is_cleared or not Reopening.objects.filter(matter=matter).exists():
        return ()
    names = _own(matter).filter(state__in=TOLD).order_by("since", "id").values_list("body_name", flat=True)
    return tuple(dict.fromkeys(names))


def _own(matter: Matter) -> QuerySet[Correction]:
    return Correction.objects.filter(matter=matter, direction=Direction.OUTGOING)
