"""Makes checkpoints: hourly, at shutdown and before a backup. They stand in the table and outside the data folder."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sinetra.apps.audit.checkpoint_file import SignedCheckpoint, checkpoint_hash, dump, heads_of, load
from sinetra.apps.audit.checkpoint_keys import named
from sinetra.apps.audit.merkle import Head, root
from sinetra.apps.audit.models import GENESIS, AuditHead, Checkpoint
from sinetra.apps.audit.problems import Kind, Problem
from sinetra.apps.base.gate import write_gate
from sinetra.core.errors import BadInput
from sinetra.ports.files import write_atomically
from sinetra.ports.keyring import ID_BYTES, keyring

# A day and a night of hours: as many of the last checkpoints are published again when their file is not there.
RECENT = 36


def folder() -> Path:
    """``SINETRA_CHECKPOINTS``, by default next to the keys: in production not in the data folder."""
    configured = settings.SINETRA_CHECKPOINTS
    return Path(configured) if configured else Path(settings.SINETRA_KEYS).parent / "checkpoints"


def make_checkpoint() -> SignedCheckpoint | None:
    """None when no chain has moved since the last one. Errors: ``KeysMissing``, ``OSError`` of the folder.

    The file is written after COMMIT; one that a crash or a full disk kept away is written by a later call.
    """
    checkpoint = _store()
    publish_recent()
    return checkpoint


def publish_recent() -> None:
    """The oldest first. Errors: ``OSError`` of the folder."""
    for row in reversed(Checkpoint.objects.order_by("-number")[:RECENT]):
        publish(from_row(row))


def _store() -> SignedCheckpoint | None:
    with write_gate(), transaction.atomic():
        last = Checkpoint.objects.select_for_update().order_by("-number").first()
        heads = tuple(
            Head(organisation=str(head.organisation_id), seq=head.seq, hash=head.hash)
            for head in AuditHead.objects.order_by("organisation_id")
        )
        if not heads or (last is not None and last.root == root(heads)):
            return None
        checkpoint = _sign(heads, last)
        Checkpoint.objects.create(
            number=checkpoint.number,
            at=checkpoint.at,
            heads=[asdict(head) for head in heads],
            root=checkpoint.root,
            previous=checkpoint.previous,
            hash=checkpoint.hash,
            signature=checkpoint.signature,
        )
    return checkpoint


def _sign(heads: tuple[Head, ...], last: Checkpoint | None) -> SignedCheckpoint:
    unsigned = SignedCheckpoint(
        number=last.number + 1 if last else 1,
        at=timezone.now().isoformat(timespec="microseconds"),
        heads=heads,
        root=root(heads),
        previous=last.hash if last else GENESIS,
        hash="",
        signature=b"",
    )
    hashed = replace(unsigned, hash=checkpoint_hash(unsigned))
    return replace(hashed, signature=keyring().sign(hashed.message()))


def publish(checkpoint: SignedCheckpoint) -> Path:
    """Its file, written unless it is there. A file of that number with another checkpoint stays as it is: then this one
    goes beside it under a name of its own, and ``verify-audit`` reports both."""
    target = folder()
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"checkpoint-{checkpoint.number:08}.json"
    if path.exists() and not _is_file_of(path, checkpoint):
        path = target / f"checkpoint-{checkpoint.number:08}-{checkpoint.hash[:16]}.json"
    if not path.exists():
        public_key = named(keyring()).get(checkpoint.signature[:ID_BYTES].hex(), b"")
        write_atomically(path, dump(checkpoint, public_key), mode=0o444)
    return path


def recent_under_another_name() -> list[Path]:
    """Files of the last checkpoints whose number was taken in the folder by something else."""
    recent = [from_row(row) for row in Checkpoint.objects.order_by("-number")[:RECENT]]
    paths = [(folder() / f"checkpoint-{checkpoint.number:08}.json", checkpoint) for checkpoint in reversed(recent)]
    return [path for path, checkpoint in paths if path.exists() and not _is_file_of(path, checkpoint)]


def _is_file_of(path: Path, checkpoint: SignedCheckpoint) -> bool:
    try:
        return load(path) == checkpoint
    except BadInput:
        return False


def kept_files() -> list[Path]:
    """All of the folder, the oldest first."""
    return sorted(folder().glob("checkpoint-*.json"))


def kept_checkpoints() -> tuple[list[SignedCheckpoint], list[Problem]]:
    """Those of the folder, and its files that are none; one bad file hides nothing of the others."""
    kept, unreadable = [], []
    for path in kept_files():
        try:
            kept.append(load(path))
        except BadInput:
            unreadable.append(Problem(kind=Kind.CHECKPOINT_FILE, object=path.name))
    return kept, unreadable


def latest_file() -> Path | None:
    return next(reversed(kept_files()), None)


def from_row(row: Checkpoint) -> SignedCheckpoint:
    return SignedCheckpoint(
        number=row.number,
        at=row.at.isoformat(timespec="microseconds"),
        heads=heads_of(row.heads),
        root=row.root,
        previous=row.previous,
        hash=row.hash,
        signature=bytes(row.signature),
    )
