"""One step in a career: proposed with criteria and reason, then decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.careers.vocabulary import Decision, Reason, StepKind
from sinetra.apps.registry.vocabulary import HeldKind, choices
from sinetra.core.casework.telling import Certainty
from sinetra.core.law.words import Position


class CareerStep(Row):
    """Of a ``person``, or of a whole ``unit`` (a training for all of it); ``unit`` is where the person worked then.

    ``title``: the course, or the post to be held; ``to_unit`` and ``position`` say where and what it is. ``grounds``
    (criteria, reason, what the decision says) are sealed with the data key. The decider is whoever the registry names
    as PPK on ``decided_on``, copied so that it stays, with how sure that is. ``penalty_number`` and ``penalty_on``:
    the final discipline decision that is the reason, none else. It points to no report and to no matter, and never
    will.
    """

    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(StepKind))
    decision = models.CharField(max_length=10, choices=choices(Decision), default=Decision.PROPOSED)
    reason = models.CharField(max_length=16, choices=choices(Reason))
    title = models.CharField(max_length=200)
    to_unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    position = models.CharField(max_length=16, choices=choices(Position), blank=True, default="")
    proposed_on = models.DateField()
    effective_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    decision_number = models.CharField(max_length=120, blank=True, default="")
    decider_name = models.CharField(max_length=200, blank=True, default="")
    decider_title = models.CharField(max_length=200, blank=True, default="")
    decider_kind = models.CharField(max_length=12, choices=choices(HeldKind), blank=True, default="")
    decider_certainty = models.CharField(max_length=12, choices=choices(Certainty), blank=True, default="")
    ended_on = models.DateField(null=True)
    penalty_number = models.CharField(max_length=120, blank=True, default="")
    penalty_on = models.DateField(null=True)
    grounds_sealed = models.BinaryField()
    policy = models.ForeignKey("careers.CareerPolicy", null=True, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(unit__isnull=False), name="career_step_of_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(reason=Reason.FINAL_PENALTY) | (~Q(penalty_number="") & Q(penalty_on__isnull=False)),
                name="career_step_penalty_is_final",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="career_step_newest"),
            models.Index(fields=["organisation", "decision", "-id"], name="career_step_by_decision"),
            models.Index(fields=["person", "-id"], name="career_step_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"
