"""A unit of an office, by the office's own code."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Region, Unit
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.core.errors import BadInput, gettext_noop


def store_unit(
    *,
    organisation: Organisation,
    code: str,
    name: str,
    kind: UnitKind,
    actor: Actor,
    parent: Unit | None = None,
    region: Region | None = None,
    at: datetime | None = None,
) -> Unit:
    """Gives back the stored row; nothing is written when it says the same already.

    Errors: ``Forbidden``; ``BadInput`` on ``code``, ``name`` or ``parent`` (of another office, or under itself).
    """
    for field, value in (("code", code), ("name", name)):
        if not value.strip():
            raise BadInput(gettext_noop("Harus diisi: %(field)s"), field=field)
    unit = Unit(organisation=organisation, code=code, name=name, kind=kind, parent=parent, region=region)
    require(actor, "registry.store_unit", unit)
    with unit_of_work(actor, at=at) as work:
        known = Unit.objects.filter(organisation=organisation, code=code).first()
        _check_parent(unit, known)
        if known is None:
            work.create(unit)
            work.record("registry.store_unit", unit, data={"code": code, "name": name})
            return unit
        require(actor, "registry.store_unit", known)
        wanted = {"name": name, "kind": kind.value, "parent_id": unit.parent_id, "region_id": unit.region_id}
        changed = {key: value for key, value in wanted.items() if getattr(known, key) != value}
        if changed:
            work.change(known, **changed)
            work.record("registry.store_unit", known, data={"changed": sorted(changed)})
        return known


def _check_parent(unit: Unit, known: Unit | None) -> None:
    above = unit.parent
    if above is not None and above.organisation_id != unit.organisation_id:
        raise BadInput(gettext_noop("Unit induk ada di instansi lain"), field="parent")
    while above is not None:
        if known is not None and above.pk == known.pk:
            raise BadInput(gettext_noop("Unit tidak boleh berada di bawah dirinya sendiri"), field="parent")
        above = above.parent
