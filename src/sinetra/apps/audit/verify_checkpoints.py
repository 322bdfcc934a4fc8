"""Holds the chains against checkpoints: only these show a chain that was cut and given a new end."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sinetra.apps.audit.checkpoint_file import SignedCheckpoint
from sinetra.apps.audit.checkpoints import from_row
from sinetra.apps.audit.models import GENESIS, AuditEntry, Checkpoint
from sinetra.apps.audit.problems import Kind, Problem, Verification
from sinetra.ports.keyring import Keyring


def verify_checkpoints(files: Sequence[SignedCheckpoint], ring: Keyring, found: Verification) -> None:
    """The table whole (signatures, links), and the chains against its last checkpoint and against ``files``. The last
    is enough: its heads commit to all entries before."""
    previous, last = GENESIS, None
    for row in Checkpoint.objects.order_by("number").iterator(500):
        last = from_row(row)
        if not _is_genuine(last, ring) or last.previous != previous:
            found.add(Problem(kind=Kind.CHECKPOINT, seq=last.number))
        previous = last.hash
        found.checkpoints += 1
    for checkpoint in files:
        found.checkpoints += 1
        if not _is_genuine(checkpoint, ring):
            found.add(Problem(kind=Kind.CHECKPOINT, seq=checkpoint.number))
    seen = {c.hash: c for c in (last, *files) if c is not None}
    for problem in {p: None for c in seen.values() for p in _against(c)}:
        found.add(problem)


def _is_genuine(checkpoint: SignedCheckpoint, ring: Keyring) -> bool:
    return checkpoint.holds() and ring.verify(checkpoint.message(), checkpoint.signature)


def _against(checkpoint: SignedCheckpoint) -> list[Problem]:
    problems = []
    for head in checkpoint.heads:
        organisation = UUID(head.organisation)
        entries = AuditEntry.objects.filter(organisation_id=organisation)
        entry = entries.filter(seq=head.seq).first()
        if entry is None:
            end = entries.order_by("-seq").values_list("seq", flat=True).first() or 0
            first = end + 1 if end < head.seq else head.seq
            problems.append(Problem(kind=Kind.TRUNCATED, organisation=organisation, seq=first, through=head.seq))
        elif entry.hash != head.hash:
            name = f"{entry.object_type}:{entry.object_id}"
            problems.append(Problem(kind=Kind.REWRITTEN, organisation=organisation, seq=head.seq, object=name))
    return problems
