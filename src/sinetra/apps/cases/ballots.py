"""How the members of an office sat and voted in a plenary, as rows to be stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.accounts.models import User
from sinetra.apps.advice.intake import plain_text
from sinetra.apps.cases.models import Plenary, PlenarySeat
from sinetra.apps.cases.vocabulary import Seat
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.plenary import Vote
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.ids import uuid7

LONGEST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """Of a member who was there. ``dissent``: their own opinion, in words."""

    vote: Vote
    dissent: str = ""


def opinion(text: str, field: str) -> str:
    """Errors: ``BadInput`` naming ``field``."""
    return plain_text(text, field, (0, LONGEST))


def seats_of(row: Plenary, sitting: Iterable[User], ballots: Mapping[UUID, Ballot]) -> Iterator[PlenarySeat]:
    for user in sitting:
        seat = PlenarySeat(id=uuid7(), organisation_id=row.organisation_id, plenary=row, member=user, seat=Seat.ABSENT)
        ballot = ballots.get(user.pk)
        if ballot is not None:
            seat.seat, seat.vote = Seat.PRESENT, ballot.vote
            dissent = opinion(ballot.dissent, f"dissent_{user.pk.hex}")
            seat.dissent_sealed = seal_value(dissent, seat.pk, "dissent") if dissent else None
        yield seat


def seats_aside(row: Plenary, aside: Iterable[User], ballots: Mapping[UUID, Ballot]) -> Iterator[PlenarySeat]:
    for user in aside:
        if user.pk in ballots:
            message = gettext_noop("Anggota ini berkepentingan dan menyingkir; suaranya tidak dihitung.")
            raise BadInput(message, field=f"vote_{user.pk.hex}")
        yield PlenarySeat(organisation_id=row.organisation_id, plenary=row, member=user, seat=Seat.ASIDE)
