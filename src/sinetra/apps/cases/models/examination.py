"""The examination of one person of a matter at the institution that received it, its dated steps, and its team."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import RemedyResult, Verdict, choices
from sinetra.core.casework.examination import Stage
from sinetra.core.casework.penalties import Official, RemedyKind, TeamRole
from sinetra.core.law.words import Position, SubjectStatus


class Examination(Row):
    """``place``: which of those reported in the matter, from 0; the name stays with the matter. ``status`` and
    ``position`` are those of the day of the act. ``penalty`` is an id of the catalogue (``examination.yaml``).

    Days are legal dates of the office.
    """

    matter = models.ForeignKey("cases.Matter", on_delete=models.PROTECT, related_name="examinations")
    place = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=16, choices=choices(Stage), default=Stage.PREPARED)
    status = models.CharField(max_length=24, choices=choices(SubjectStatus))
    position = models.CharField(max_length=16, choices=choices(Position))
    examined_on = models.DateField(null=True)
    verdict = models.CharField(max_length=12, choices=choices(Verdict), blank=True, default="")
    official = models.CharField(max_length=16, choices=choices(Official), blank=True, default="")
    penalty = models.CharField(max_length=32, blank=True, default="")
    decision_number = models.CharField(max_length=120, blank=True, default="")
    decided_on = models.DateField(null=True)
    delivered_on = models.DateField(null=True)
    remedy = models.CharField(max_length=20, choices=choices(RemedyKind), blank=True, default="")
    remedy_result = models.CharField(max_length=12, choices=choices(RemedyResult), blank=True, default="")
    remedy_filed_on = models.DateField(null=True)
    remedy_decided_on = models.DateField(null=True)
    executed_on = models.DateField(null=True)
    recorded_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "place"], name="examination_once"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.SANCTION) | ~Q(penalty="") & ~Q(decision_number=""),
                name="examination_sanction_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.stage}"


class ExaminationStep(Row):
    """One step as it was taken: on which day, by which letter or proof. A note may name people: it is sealed."""

    examination = models.ForeignKey("cases.Examination", on_delete=models.PROTECT, related_name="steps")
    name = models.CharField(max_length=24)
    on = models.DateField()
    letter = models.CharField(max_length=120, blank=True, default="")
    note_sealed = models.BinaryField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["examination", "at", "id"], name="examination_steps")]

    def __str__(self) -> str:
        return f"{self.name} {self.on}"


class TeamMember(Row):
    """Who examines, for which element of the team. Somebody without an account is known by a sealed name only.
    ``left_on``: no longer in it from that day; why stands in the step."""

    examination = models.ForeignKey("cases.Examination", on_delete=models.PROTECT, related_name="team")
    role = models.CharField(max_length=12, choices=choices(TeamRole))
    name_sealed = models.BinaryField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    appointed_on = models.DateField()
    letter = models.CharField(max_length=120)
    left_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["examination", "id"], name="examination_team")]

    def __str__(self) -> str:
        return self.role
