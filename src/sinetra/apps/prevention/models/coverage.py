"""Coverage, counted beforehand: a page adds up a few rows and never reads attendances or people.

Derived from attendance, pledges and headcounts (``apps/prevention/coverage``); may be deleted and counted again at any
time. No row says anything about one person, so these are no audited rows.
"""

from __future__ import annotations

from django.db import models


class CoverageCell(models.Model):
    """How many people of one status and position.

    ``node`` is the id of a unit, of the office itself, or of an area of it (``CoverageUnit.area_node``). ``alone``:
    without the units below. ``period``: a year or a month (``2024``, ``2024-11``) for what was done, a day
    (``2024-11-01``) for who was in service. ``status`` is empty for ``others``: people who are not in the register.

    ``attended``: came to a session in the period. ``tested``: took both tests of an activity. ``pledged``: in a year
    row, had signed a text that was in force at its end; in a month row, signed it in that month.
    """

    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    node = models.UUIDField()
    alone = models.BooleanField()
    period = models.CharField(max_length=10)
    status = models.CharField(max_length=24, blank=True)
    position = models.CharField(max_length=16, blank=True)
    is_asn = models.BooleanField()
    eligible = models.PositiveIntegerField(default=0)
    attended = models.PositiveIntegerField(default=0)
    tested = models.PositiveIntegerField(default=0)
    pledged = models.PositiveIntegerField(default=0)
    others = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "period", "alone", "status", "position"], name="coverage_cell_once")
        ]

    def __str__(self) -> str:
        return f"{self.node} {self.period} {self.status} {self.position}"


class CoverageUnit(models.Model):
    """A unit as coverage sees it today. ``place`` numbers the units of an office from 1, each before those below it up
    to ``last``; among siblings exposed posts and running incumbents come first, then the name.

    ``parent``: the unit above, or the office. ``ancestors``: ids from the office's own units down to the parent, as
    text. ``area``: code of its kecamatan (of its city or province in larger offices), empty without one.
    ``reached_in``: the last month in which somebody of the unit came, empty for never. The last five fields are those
    of ``core.prevention.next_visit.Situation``.
    """

    unit = models.OneToOneField("registry.Unit", on_delete=models.CASCADE, primary_key=True, related_name="+")
    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    parent = models.UUIDField()
    ancestors = models.JSONField(default=list)
    depth = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    area = models.CharField(max_length=13, blank=True, default="")
    area_node = models.UUIDField()
    exposed = models.BooleanField(default=False)
    eligible = models.PositiveIntegerField(default=0)
    attended = models.PositiveIntegerField(default=0)
    reached_in = models.CharField(max_length=7, blank=True, default="")
    is_open = models.BooleanField(default=False)
    exposed_open = models.BooleanField(default=False)
    incumbent = models.BooleanField(default=False)
    never = models.BooleanField(default=True)
    share = models.PositiveSmallIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["parent", "place"], name="coverage_children"),
            models.Index(fields=["organisation", "place"], name="coverage_places"),
            models.Index(fields=["organisation", "area", "place"], name="coverage_of_area"),
            models.Index(
                fields=["organisation", "place"],
                condition=models.Q(never=True, eligible__gt=0),
                name="coverage_never",
            ),
            # In the order of core.prevention.next_visit.RULES; a test holds them together.
            models.Index(
                fields=["organisation", "-exposed_open", "-incumbent", "-never", "share", "-missing", "place"],
                condition=models.Q(is_open=True),
                name="coverage_next_visit",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.unit_id}"


class CoverageHidden(models.Model):
    """A number that is withheld because its unit is small, or because it would give away one that is.

    ``period`` is the day of the headcount; ``is_asn``: of the ASN, or of the others.
    """

    organisation = models.ForeignKey("registry.Organisation", on_delete=models.PROTECT, related_name="+")
    node = models.UUIDField()
    alone = models.BooleanField()
    period = models.CharField(max_length=10)
    is_asn = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "period", "alone", "is_asn"], name="coverage_hidden_once")
        ]

    def __str__(self) -> str:
        return f"{self.node} {self.period}"


class CoverageState(models.Model):
    """What is counted of an office. ``day``: the legal date on which its units were put in order. ``headcounts``,
    ``years`` and ``months``: the periods that have rows, ascending.
    """

    organisation = models.OneToOneField(
        "registry.Organisation", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    day = models.DateField()
    computed_at = models.DateTimeField()
    headcounts = models.JSONField(default=list)
    years = models.JSONField(default=list)
    months = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.day}"
