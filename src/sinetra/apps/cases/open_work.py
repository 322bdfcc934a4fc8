"""What moves to a successor when somebody leaves: the open matters that they handle."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.open_work import register_open_work
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.conflicts import must_step_aside
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import gettext_noop


def open_matters(user: User) -> QuerySet[Any]:
    return Matter.objects.filter(handler=user, organisation_id=user.organisation_id).exclude(state=State.CLOSED)


register_open_work(
    gettext_noop("Perkara terbuka"),
    open_matters,
    "handler",
    roles=frozenset({Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKN_OFFICER}),
    barred=must_step_aside,
)
