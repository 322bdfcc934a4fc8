"""Figures of an office, counted beforehand: a page adds up a few rows and never reads all matters.

Derived from matters and what became of them (``apps/control_room/counting``); may be deleted and counted again at any
time, so these are no audited rows. Who was cleared is in none of them.
"""

from __future__ import annotations

from django.db import models


class MatterMark(models.Model):
    """How far one matter has come, as of the last count: the rows behind the numbers.

    ``reached``: place of the last step taken in ``steps.Step``. ``stage``: of its election on the day of the act.
    """

    matter = models.OneToOneField("cases.Matter", on_delete=models.CASCADE, primary_key=True, related_name="+")
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    region = models.ForeignKey("registry.Region", on_delete=models.PROTECT, related_name="+", db_index=False)
    reached = models.PositiveSmallIntegerField()
    is_open = models.BooleanField()
    kind = models.CharField(max_length=24)
    stage = models.CharField(max_length=40)
    opened_on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "reached", "opened_on", "matter"], name="room_reached"),
            models.Index(fields=["organisation", "is_open", "reached", "opened_on", "matter"], name="room_open"),
            models.Index(fields=["organisation", "kind", "opened_on", "matter"], name="room_kind"),
            models.Index(fields=["organisation", "stage", "opened_on", "matter"], name="room_stage"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.reached}"


class ActMark(models.Model):
    """One act of a matter; ``opened_on`` is that of the matter, for the order of the list."""

    mark = models.ForeignKey(MatterMark, on_delete=models.CASCADE, related_name="acts", db_index=False)
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    act = models.CharField(max_length=40)
    opened_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mark", "act"], name="room_act_once")]
        indexes = [models.Index(fields=["organisation", "act", "opened_on", "mark"], name="room_act")]

    def __str__(self) -> str:
        return f"{self.mark_id} {self.act}"


class RoomCell(models.Model):
    """One number. ``scope``: region code, with all that lies in it; empty for the whole office.

    ``part`` is one of ``parts.Part``, ``code`` what is counted there. Matters and persons are counted apart.
    ``median``: of a step, days since the step before, of those that took both.
    """

    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    scope = models.CharField(max_length=13, blank=True)
    part = models.CharField(max_length=12)
    code = models.CharField(max_length=40)
    matters = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    median = models.FloatField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "scope", "part", "code"], name="room_cell_once")]

    def __str__(self) -> str:
        return f"{self.scope} {self.part} {self.code}: {self.matters}"


class RoomState(models.Model):
    """When an office was counted. ``day``: the legal date that ages are of."""

    organisation = models.OneToOneField(
        "registry.Organisation", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    day = models.DateField()
    computed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.day}"
