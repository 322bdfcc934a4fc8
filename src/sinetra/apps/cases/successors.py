"""Who may take over a matter today. Who is named in it as reported is not offered (conflict of interest)."""

from __future__ import annotations

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.cases.conflicts import must_step_aside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.policies import WORKERS
from sinetra.ports import clock


def possible_handlers(actor: Actor, matter: Matter) -> tuple[User, ...]:
    """Colleagues by name, without the handler of now; ``assign`` checks again. Errors: ``Forbidden``."""
    require(actor, "matter.assign", matter)
    today = clock.today(matter.region_id)
    granted = RoleGrant.objects.filter(role__in=WORKERS, starts_on__lte=today, ends_on__gte=today)
    colleagues = visible(actor, User).filter(is_active=True, pk__in=granted.values("user_id"))
    return tuple(
        user
        for user in colleagues.select_related("person").order_by("name", "id")
        if user.pk != matter.handler_id
        and may(actor_of(user, today), "matter.read", matter)
        and not must_step_aside(user, matter)
    )
