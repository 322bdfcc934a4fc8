"""What an account may be in its organisation, from one day to another. There is no role without an end."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.actor import Role
from sinetra.apps.base.row import Row


class RoleGrant(Row):
    """Both days count. ``region`` None is the whole organisation; ``unit`` only for a unit's organiser.
    ``granted_by`` None: the installation itself."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=24, choices=[(role.value, role.value) for role in Role])
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["user", "starts_on", "ends_on"], name="grant_on_a_day")]

    def __str__(self) -> str:
        return f"{self.role} {self.starts_on} – {self.ends_on}"
