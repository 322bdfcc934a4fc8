"""Makes checkpoints: hourly, at shutdown and before a backup. They stand in the table and outside the data folder."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sinetra.apps.audit.checkpoint_file import SignedCheckpoint, checkpoint_hash, dump, heads_of
from sinetra.apps.audit.merkle import Head, root
from sinetra.apps.audit.models import GENESIS, AuditHead, Checkpoint
from sinetra.apps.base.gate import write_gate
from sinetra.ports.files import write_atomically
from sinetra.ports.keyring import keyring


def folder() -> Path:
    """``SINETRA_CHECKPOINTS``, by default next to the keys: in production not in the data folder."""
    configured = settings.SINETRA_CHECKPOINTS
    return Path(configured) if configured else Path(settings.SINETRA_KEYS).parent / "checkpoints"


def make_checkpoint() -> SignedCheckpoint | None:
    """None when no chain has moved since the last one. Errors: ``KeysMissing``, ``OSError`` of the folder."""
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
    publish(checkpoint)
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
    """Writes the file; a file of that number that is there already stays as it is."""
    target = folder()
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"checkpoint-{checkpoint.number:08}.json"
    public_key = next(iter(keyring().public_keys().values()))
    if not path.exists():
        write_atomically(path, dump(checkpoint, public_key), mode=0o444)
    return path


def kept_files() -> list[Path]:
    """All of the folder, the oldest first."""
    return sorted(folder().glob("checkpoint-*.json"))


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
