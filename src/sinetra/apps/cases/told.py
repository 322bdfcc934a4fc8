"""Every body that got something about a matter: when last, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.models import HandOver, IssuedDocument, Matter
from sinetra.apps.cases.vocabulary import LetterState, ToldBy
from sinetra.core.casework.letters import AddressedTo, Names
from sinetra.ports.clock import zone_of

#: The letter that puts right what was told is no news of the matter.
CORRECTION_LETTER = "correction"
#: A copy for the files goes to nobody.
_FILES = "arsip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``kind`` is empty for a body that only a letter names. ``hand_over``: the last one, where there was one."""

    kind: str
    name: str
    by: ToldBy
    at: datetime
    on: date
    hand_over: HandOver | None = None


def told(matter: Matter) -> tuple[Told, ...]:
    """Each body once, by the last thing that it got, the first told first. Of a hand-over both sides know; of letters
    count those to a body, and copies of those that name people. Who gave a statement is no body."""
    last: dict[str, Told] = {}
    for item in sorted((*_by_hand_over(matter), *_by_letters(matter)), key=lambda item: item.at):
        key = " ".join(item.name.casefold().split())
        before = last.get(key)
        if before is not None and item.hand_over is None:
            # A letter that went along leaves the hand-over, by which the correction can go.
            item = Told(
                kind=before.kind, name=before.name, by=before.by, at=item.at, on=item.on, hand_over=before.hand_over
            )
        last[key] = item
    return tuple(sorted(last.values(), key=lambda item: item.at))


def _by_hand_over(matter: Matter) -> Iterator[Told]:
    zone = zone_of(matter.region_id).info
    for row in HandOver.objects.filter(matter=matter).order_by("sent_at", "id"):
        yield Told(
            kind=row.counterpart_kind,
            name=row.counterpart_name,
            by=ToldBy.HAND_OVER,
            at=row.sent_at,
            on=row.sent_at.astimezone(zone).date(),
            hand_over=row,
        )


def _by_letters(matter: Matter) -> Iterator[Told]:
    rows = IssuedDocument.objects.filter(matter=matter, issued_at__isnull=False).exclude(state=LetterState.DRAFT)
    for row in rows.exclude(kind=CORRECTION_LETTER).order_by("issued_at", "id"):
        kind, text = letters().get(row.kind), text_of(row)
        assert row.issued_at is not None  # noqa: S101 - filtered
        named = [(ToldBy.LETTER, name) for name in text.addressees] if kind.to is AddressedTo.ADDRESSEE else []
        if kind.names is not Names.NONE:
            named += [(ToldBy.COPY, name) for name in text.copies if not name.casefold().startswith(_FILES)]
        for by, name in named:
            yield Told(kind="", name=name[:200], by=by, at=row.issued_at, on=row.dated_on)
