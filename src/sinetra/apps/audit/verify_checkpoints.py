"""Holds the chains against checkpoints: only these show a chain that was cut and given a new end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sinetra.apps.audit.checkpoint_file import SignedCheckpoint
from sinetra.apps.audit.checkpoint_keys import Standing, standing
from sinetra.apps.audit.checkpoints import from_row
from sinetra.apps.audit.models import GENESIS, AuditEntry, Checkpoint
from sinetra.apps.audit.problems import Kind, Problem, Verification
from sinetra.ports.keyring import ID_BYTES, Keyring

CHUNK = 500
# Organisation to place to the hashes that checkpoints know there.
Heads = dict[UUID, dict[int, set[str]]]


def verify_checkpoints(files: Sequence[SignedCheckpoint], ring: Keyring, found: Verification) -> None:
    """The table whole (signatures, links), and the chains against every checkpoint of it and of ``files``. The last
    alone is not enough: the hour after a cut the machine itself signs what the heads say by then."""
    heads: Heads = {}
    previous = GENESIS
    stored: dict[int, str] = {}
    for row in Checkpoint.objects.order_by("number").iterator(CHUNK):
        checkpoint = from_row(row)
        if not _holds(checkpoint, ring, found) or checkpoint.previous != previous:
            found.add(Problem(kind=Kind.CHECKPOINT, seq=checkpoint.number))
        previous = stored[checkpoint.number] = checkpoint.hash
        found.checkpoints += 1
        _note(checkpoint, heads)
    for checkpoint in files:
        found.checkpoints += 1
        if not _holds(checkpoint, ring, found):
            found.add(Problem(kind=Kind.CHECKPOINT, seq=checkpoint.number))
        if stored.get(checkpoint.number, checkpoint.hash) != checkpoint.hash:
            found.add(Problem(kind=Kind.CHECKPOINT_TWICE, seq=checkpoint.number))
        _note(checkpoint, heads)
    for organisation in sorted(heads):
        for problem in _against(organisation, heads[organisation]):
            found.add(problem)


def _holds(checkpoint: SignedCheckpoint, ring: Keyring, found: Verification) -> bool:
    """False for one that is not whole or that no key known here signed; one by an unconfirmed key is counted."""
    if not checkpoint.holds():
        return False
    worth = standing(ring, checkpoint.message(), checkpoint.signature)
    if worth is Standing.UNVERIFIED:
        key_id = checkpoint.signature[:ID_BYTES].hex()
        found.unverified[key_id] = found.unverified.get(key_id, 0) + 1
    return worth is not Standing.FALSE


def _note(checkpoint: SignedCheckpoint, heads: Heads) -> None:
    for head in checkpoint.heads:
        heads.setdefault(UUID(head.organisation), {}).setdefault(head.seq, set()).add(head.hash)


def _against(organisation: UUID, known: dict[int, set[str]]) -> Iterator[Problem]:
    entries = AuditEntry.objects.filter(organisation_id=organisation)
    end = entries.order_by("-seq").values_list("seq", flat=True).first() or 0
    places = sorted(place for place in known if place <= end)
    if len(places) < len(known):
        yield Problem(kind=Kind.TRUNCATED, organisation=organisation, seq=end + 1, through=max(known))
    for start in range(0, len(places), CHUNK):
        chunk = places[start : start + CHUNK]
        there = {entry.seq: entry for entry in entries.filter(seq__in=chunk).defer("data", "detail")}
        for place in chunk:
            entry = there.get(place)
            if entry is None:
                yield Problem(kind=Kind.TRUNCATED, organisation=organisation, seq=place, through=place)
            elif known[place] != {entry.hash}:
                name = f"{entry.object_type}:{entry.object_id}"
                yield Problem(kind=Kind.REWRITTEN, organisation=organisation, seq=place, object=name)
