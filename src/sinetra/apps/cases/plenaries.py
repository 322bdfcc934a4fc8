"""What the last plenary of a matter decided, and what may follow from it."""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Matter, Plenary, PlenarySeat
from sinetra.apps.cases.vocabulary import Seat, State
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import Conflict, gettext_noop

#: With one of these a matter leaves the office for the body that is competent.
LEAVING = (Decision.PROVEN, Decision.OTHER_LAW)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """``vote`` is empty for who did not sit."""

    name: str
    seat: str
    vote: str
    dissent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenaryView:
    plenary: Plenary
    seats: tuple[SeatView, ...]
    reason: str

    def of(self, seat: Seat) -> tuple[SeatView, ...]:
        return tuple(item for item in self.seats if item.seat == seat)


def plenaries(actor: Actor, matter: Matter) -> tuple[PlenaryView, ...]:
    """The latest first, with every member of its day by name. Once nothing was proven its texts stay sealed."""
    rows = visible(actor, Plenary).filter(matter=matter).order_by("-sequence")
    seats = visible(actor, PlenarySeat).filter(plenary__matter=matter).select_related("member")
    by_plenary: dict[object, list[PlenarySeat]] = {}
    for seat in seats.order_by("member__name", "id"):
        by_plenary.setdefault(seat.plenary_id, []).append(seat)
    return tuple(view_of(row, by_plenary.get(row.pk, []), texts=not matter.is_cleared) for row in rows)


def view_of(row: Plenary, seats: list[PlenarySeat], *, texts: bool = True) -> PlenaryView:
    return PlenaryView(
        plenary=row,
        seats=tuple(
            SeatView(
                name=seat.member.name,
                seat=seat.seat,
                vote=seat.vote,
                dissent=open_value(seat.dissent_sealed, seat.pk, "dissent") if texts and seat.dissent_sealed else "",
            )
            for seat in seats
        ),
        reason=open_value(row.reason_sealed, row.pk, "reason") if texts and row.reason_sealed else "",
    )


def last_plenary(matter: Matter) -> Plenary | None:
    return Plenary.objects.filter(matter=matter).order_by("-sequence").first()


def decided(matter: Matter, *accepted: Decision) -> bool:
    """Outside the plenary other rules say what may be done."""
    if matter.state != State.PLENARY:
        return True
    last = last_plenary(matter)
    return last is not None and last.decision in accepted


def may_leave(matter: Matter) -> bool:
    return decided(matter, *LEAVING)


def require_leaving(matter: Matter) -> None:
    """Errors: ``Conflict`` when the plenary has not decided so."""
    if not may_leave(matter):
        message = gettext_noop("Rapat pleno memutuskan tidak terbukti; perkara ini tidak diteruskan.")
        raise Conflict(message, code="not_decided_so")


def may_stop(matter: Matter) -> bool:
    return decided(matter, Decision.NOT_PROVEN)
