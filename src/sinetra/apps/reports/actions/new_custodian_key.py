"""The custodian of an office makes its vault key; names of new reporters are sealed to it from now on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import CustodianKey
from sinetra.apps.reports.vault import NewKey, new_key


def new_custodian_key(
    *, organisation: Organisation, passphrase: str, actor: Actor, at: datetime | None = None
) -> tuple[CustodianKey, NewKey]:
    """Retires the key in use; what was sealed to it stays readable with it. The second value is shown once, on paper.

    Errors: ``Forbidden`` (only a custodian of that office), ``BadInput`` for a short passphrase.
    """
    row = CustodianKey(organisation=organisation)
    require(actor, "custodian.new_key", row)
    made = new_key(passphrase)
    row.public_key, row.locked = made.public_key, made.locked
    with unit_of_work(actor, at=at) as work:
        for old in CustodianKey.objects.filter(organisation=organisation, retired_at=None):
            work.change(old, retired_at=work.at)
            work.record("custodian.retire_key", old)
        work.create(row)
        work.record("custodian.new_key", row, data={"public_key": made.public_key.hex()})
    return row, made
