"""An office says in which zone and on how many days a week it works; deadlines that run are counted again."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.counting import CHANGED
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import ZoneName
from sinetra.core.errors import BadInput, gettext_noop

WEEKS = (5, 6)


def set_office_week(
    *, organisation: Organisation, zone: ZoneName | None, work_week: int, reason: str, actor: Actor
) -> Organisation:
    """``zone`` None: that of the region. Nothing is written when it says the same already.

    Errors: ``Forbidden``; ``BadInput`` on ``work_week`` or ``reason``.
    """
    require(actor, "registry.set_counting", organisation)
    if work_week not in WEEKS:
        raise BadInput(
            gettext_noop("Hari kerja seminggu: %(value)s tidak diterima; yang diterima: %(accepted)s"),
            field="work_week",
            accepted=tuple(str(item) for item in WEEKS),
            value=str(work_week),
        )
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    wanted = {"zone": zone.value if zone else "", "work_week": work_week}
    changed = {name: value for name, value in wanted.items() if getattr(organisation, name) != value}
    if not changed:
        return organisation
    before = {name: getattr(organisation, name) for name in changed}
    with unit_of_work(actor) as work:
        work.change(organisation, **changed)
        work.record(
            "registry.set_counting", organisation, data={"before": before, "after": changed}, reason=reason.strip()
        )
        key = f"{CHANGED}:{organisation.pk}:{work.group}"
        work.enqueue(CHANGED, {"organisation": str(organisation.pk)}, key=key)
    return organisation
