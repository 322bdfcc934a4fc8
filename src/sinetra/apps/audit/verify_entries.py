"""Reads one chain from its first entry to its head, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sinetra.apps.audit.hashing import commitment, entry_hash
from sinetra.apps.audit.models import GENESIS, AuditEntry, AuditHead
from sinetra.apps.audit.problems import Kind, Problem, Verification

CHUNK = 2000


def verify_entries(organisation: UUID, head: AuditHead | None, found: Verification) -> None:
    """``head`` None: there are entries, but no head."""
    before: AuditEntry | None = None
    trusted = True  # whether the entry before was found sound; what follows an unsound one is not blamed for it
    for entry in AuditEntry.objects.filter(organisation_id=organisation).order_by("seq").iterator(CHUNK):
        found.entries += 1
        expected = before.seq + 1 if before else 1
        links = entry.previous_hash == (before.hash if before else GENESIS)
        if entry.seq != expected:
            found.add(Problem(kind=Kind.DELETED, organisation=organisation, seq=expected, through=entry.seq - 1))
        sound = _is_sound(entry)
        if not sound:
            kind = Kind.REORDERED if _was_written_for_another_place(entry) else Kind.EDITED
            found.add(_problem(kind, entry))
        elif not links and trusted and entry.seq == expected:
            # Sound in itself, yet not what follows: the entry before was given a new hash.
            found.add(_problem(Kind.EDITED, before or entry))
        before, trusted = entry, sound
    for problem in _verify_head(organisation, head, before, trusted=trusted):
        found.add(problem)


def _is_sound(entry: AuditEntry) -> bool:
    try:
        if entry_hash(entry) != entry.hash:
            return False
        if entry.detail is None:
            return True
        return commitment(entry.detail, bytes(entry.detail_salt or b"")) == entry.detail_commitment
    except (TypeError, ValueError):
        return False  # not even well-formed


def _was_written_for_another_place(entry: AuditEntry) -> bool:
    """The entry that was written after it stands elsewhere than one place on."""
    others = AuditEntry.objects.filter(organisation_id=entry.organisation_id)
    follower = others.filter(previous_hash=entry.hash).values_list("seq", flat=True).first()
    if follower is not None:
        return follower != entry.seq + 1
    head = AuditHead.objects.filter(organisation_id=entry.organisation_id, hash=entry.hash).first()
    return head is not None and head.seq != entry.seq


def _verify_head(
    organisation: UUID, head: AuditHead | None, last: AuditEntry | None, *, trusted: bool
) -> Iterator[Problem]:
    end = last.seq if last else 0
    if head is None:
        yield Problem(kind=Kind.HEAD, organisation=organisation, seq=end)
    elif head.seq > end:
        yield Problem(kind=Kind.DELETED, organisation=organisation, seq=end + 1, through=head.seq)
    elif head.seq < end:
        yield Problem(kind=Kind.HEAD, organisation=organisation, seq=head.seq)
    elif trusted and last is not None and head.hash != last.hash:
        yield _problem(Kind.EDITED, last)


def _problem(kind: Kind, entry: AuditEntry) -> Problem:
    return Problem(
        kind=kind,
        organisation=entry.organisation_id,
        seq=entry.seq,
        object=f"{entry.object_type}:{entry.object_id}",
    )
