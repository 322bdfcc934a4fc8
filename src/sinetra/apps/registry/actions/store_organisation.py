"""An office is set up, or its particulars change. Its kind and name identify it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.core.errors import BadInput, gettext_noop


def store_organisation(
    *,
    name: str,
    kind: OrganisationKind,
    level: OrganisationLevel,
    actor: Actor,
    short_name: str = "",
    region: Region | None = None,
    parent: Organisation | None = None,
    public_key: bytes | None = None,
    is_demo: bool = False,
    at: datetime | None = None,
) -> Organisation:
    """Gives back the stored row; nothing is written when it says the same already. Without ``public_key`` the known
    one stays. Errors: ``Forbidden``, ``BadInput`` on ``name`` or ``public_key``.
    """
    if not name.strip():
        raise BadInput(gettext_noop("Nama instansi harus diisi"), field="name")
    if public_key is not None and len(public_key) != 32:
        raise BadInput(gettext_noop("Kunci publik harus 32 bita (Ed25519)"), field="public_key")
    values: dict[str, Any] = {
        "short_name": short_name or name,
        "level": level.value,
        "region_id": region.pk if region else None,
        "parent_id": parent.pk if parent else None,
        "is_demo": is_demo,
    }
    with unit_of_work(actor, at=at) as work:
        known = Organisation.objects.filter(kind=kind, name=name).first()
        require(actor, "registry.store_organisation", known)
        if known is None:
            made = work.create(Organisation(name=name, kind=kind, public_key=public_key, **values))
            work.record("registry.store_organisation", made, data={"name": name, "kind": kind.value})
            return made
        changed = {key: value for key, value in values.items() if getattr(known, key) != value}
        if public_key is not None and bytes(known.public_key or b"") != public_key:
            changed["public_key"] = public_key
        if changed:
            work.change(known, **changed)
            work.record("registry.store_organisation", known, data={"changed": sorted(changed)})
        return known
