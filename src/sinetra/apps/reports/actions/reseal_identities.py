"""Names that were sealed before are sealed to the keys of today: after a new key, for a deputy, before somebody leaves.

Nobody sees a name by it. Keys that are out of use open these rows no more, so who left with an old key holds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.viewing import compared_only
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.custodian_files import locked_key
from sinetra.apps.reports.custody import key_ids, sealed_for
from sinetra.apps.reports.identity_seals import sealed_to, seals
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import CustodianKey, Identity
from sinetra.apps.reports.vault import open_reporter, unlock
from sinetra.core.errors import VerificationFailed

BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealed:
    """``left``: not sealed to a key that the secret opens. ``after``: go on behind this one; None at the end."""

    done: int
    left: int
    after: UUID | None


def reseal_identities(
    *, secret: str, actor: Actor, after: UUID | None = None, size: int = BATCH, at: datetime | None = None
) -> Resealed:
    """The next ``size`` rows of the vault. ``secret``: passphrase or printed recovery text of a key that opens them.

    Errors: ``Forbidden``; ``VerificationFailed`` when it opens no key of theirs; ``Conflict`` when a row changed
    meanwhile: then nothing of this batch is kept.
    """
    require(actor, "identity.reseal")
    rows = visible(actor, Identity).select_related("report__organisation", "key", "organisation", "keeper")
    rows = rows.filter(pk__gt=after) if after is not None else rows
    batch = list(rows.order_by("pk")[:size])
    wanted = _wanted(batch)
    outdated = [row for row in batch if _is_outdated(row, *wanted[row.organisation_id])]
    found = _unlocked(_keys_of(outdated), secret)
    left = 0
    changes = []
    for row in outdated:
        reporter = _opened(row, found)
        if reporter is None:
            left += 1
        else:
            changes.append((row, seals(reporter, row.report, *wanted[row.organisation_id])))
    with unit_of_work(actor, at=at) as work:
        for row, columns in changes:
            work.change(row, **columns)
            told = {"key": row.key.key_id, "also": sorted(row.also)}
            work.record("identity.reseal", row, data=told)
    return Resealed(done=len(changes), left=left, after=batch[-1].pk if len(batch) == size else None)


Target = tuple[Organisation, list[CustodianKey]]


def _wanted(rows: Iterable[Identity]) -> dict[UUID, Target]:
    return {office.pk: sealed_for(office) for office in {row.organisation for row in rows}}


def _is_outdated(row: Identity, keeper: Organisation, keys: list[CustodianKey]) -> bool:
    sealed_now = frozenset({row.key.key_id, *row.also})
    return bool(keys) and (sealed_now != key_ids(keys) or (row.keeper_id or row.organisation_id) != keeper.pk)


def _keys_of(rows: Iterable[Identity]) -> Iterable[CustodianKey]:
    names = {name for row in rows for name in (row.key.key_id, *row.also)}
    return CustodianKey.objects.filter(key_id__in=names).order_by("-pk")


def _unlocked(keys: Iterable[CustodianKey], secret: str) -> Mapping[str, bytes]:
    """The newest key that opens; each that does not takes a moment of Argon2id. Errors: ``VerificationFailed``."""
    refused: VerificationFailed | None = None
    for key in keys:
        try:
            return {key.key_id: unlock(locked_key(key.key_id), secret, bytes(key.public_key))}
        except VerificationFailed as error:
            refused = error
    if refused is not None:
        raise refused
    return {}


def _opened(row: Identity, found: Mapping[str, bytes]) -> Reporter | None:
    for key_id, private_key in found.items():
        if key_id in {row.key.key_id, *row.also}:
            with compared_only():
                return open_reporter(sealed_to(row, key_id), row.report_id, private_key)
    return None
