"""The whole verification: entries, blocks, rows, checkpoints, on one snapshot while others go on writing."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.audit.checkpoint_file import SignedCheckpoint
from sinetra.apps.audit.models import AuditEntry, AuditHead
from sinetra.apps.audit.problems import Verification
from sinetra.apps.audit.verify_blocks import verify_blocks
from sinetra.apps.audit.verify_checkpoints import verify_checkpoints
from sinetra.apps.audit.verify_entries import verify_entries
from sinetra.apps.audit.verify_rows import verify_all_rows
from sinetra.apps.base.snapshot import read_snapshot
from sinetra.ports.keyring import Keyring, keyring


def verify(checkpoints: Sequence[SignedCheckpoint] = (), *, ring: Keyring | None = None) -> Verification:
    """``checkpoints`` are those kept outside; the ones in the database are always held against the chains too."""
    found = Verification()
    with read_snapshot():
        heads = {head.organisation_id: head for head in AuditHead.objects.all()}
        known = AuditEntry.objects.order_by().values_list("organisation_id", flat=True).distinct()
        for organisation in sorted({*heads, *known}):
            verify_entries(organisation, heads.get(organisation), found)
        verify_blocks(found)
        verify_all_rows(found)
        verify_checkpoints(checkpoints, ring or keyring(), found)
    return found
