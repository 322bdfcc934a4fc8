"""Custodian or deputy of an office makes a key of the vault; names of new reporters are sealed to it from now on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.custodian_files import forget_locked, keep_locked
from sinetra.apps.reports.custody import post_of
from sinetra.apps.reports.models import CustodianKey
from sinetra.apps.reports.vault import NewKey, new_key
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import Conflict, gettext_noop


def new_custodian_key(
    *,
    organisation: Organisation,
    passphrase: str,
    actor: Actor,
    replaces: str | None = None,
    at: datetime | None = None,
) -> tuple[CustodianKey, NewKey]:
    """A deputy makes the deputy's key. Retires the one of the post that was in use; what was sealed to it stays
    readable with it. The second value is shown once, on paper.

    ``replaces``: the key id in use as the custodian saw it, empty for none; None does not look. The file of the locked
    key is there before the row that names it, and a key that did not come into use leaves no file.

    Errors: ``Forbidden`` (only a custodian of that office), ``BadInput`` for a short passphrase, ``Conflict`` when
    another key came into use meanwhile.
    """
    row = CustodianKey(organisation=organisation, holder_id=actor.user_id)
    require(actor, "custodian.new_key", row)
    row.post = post_of(actor) or Post.CUSTODIAN
    made = new_key(passphrase)
    row.key_id, row.public_key = made.key_id, made.public_key
    told = {"key": made.key_id, "public_key": made.public_key.hex(), "post": row.post}
    keep_locked(made.key_id, made.locked)
    try:
        with unit_of_work(actor, at=at) as work:
            in_use = list(CustodianKey.objects.filter(organisation=organisation, post=row.post, retired_at=None))
            if replaces is not None and replaces != "".join(old.key_id for old in in_use):
                raise Conflict(gettext_noop("Kunci kantor ini baru saja diganti. Periksa kunci yang sekarang berlaku."))
            for old in in_use:
                work.change(old, retired_at=work.at)
                work.record("custodian.retire_key", old)
            work.create(row)
            work.record("custodian.new_key", row, data=told)
    except BaseException:
        forget_locked(made.key_id)
        raise
    return row, made
