"""The test of an activity: two parallel forms, when the part after opens, and the sheets until a session closes."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class KnowledgeTest(Row):
    """``form_a`` and ``form_b`` hold ids of questions, question i of one beside question i of the other."""

    activity = models.OneToOneField("prevention.Activity", on_delete=models.PROTECT, related_name="knowledge_test")
    form_a = models.JSONField(default=list)
    form_b = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"test {self.activity_id}"


class TestOpening(Row):
    """From here on a session takes the test after, and no longer the one before."""

    __test__ = False  # no test of the test suite

    session = models.OneToOneField("prevention.ActivitySession", on_delete=models.PROTECT, related_name="test_opening")

    def __str__(self) -> str:
        return f"opening {self.session_id}"


class TestSheet(Row):
    """What one participant answered, shown to that participant only and gone when the session closes.

    ``answers``: id of a question to the code that was chosen; ``right`` of ``asked`` are right. No reading of the
    program shows a sheet to anybody of the staff: ``link_hash`` is that of the link under which it was taken, and a
    link that an organiser gives out later opens no score.
    """

    __test__ = False

    class Moment(models.TextChoices):
        BEFORE = "before"
        AFTER = "after"
        DELAYED = "delayed"

    session = models.ForeignKey("prevention.ActivitySession", on_delete=models.PROTECT, related_name="+")
    attendance = models.ForeignKey("prevention.Attendance", on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(max_length=8, choices=Moment.choices)
    answers = models.JSONField(default=dict)
    asked = models.PositiveSmallIntegerField()
    right = models.PositiveSmallIntegerField()
    link_hash = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attendance", "moment"], name="test_sheet_once")]
        indexes = [models.Index(fields=["session", "moment"], name="test_sheet_of_session")]

    def __str__(self) -> str:
        return f"sheet {self.pk}"

    @property
    def score(self) -> float:
        """Percent."""
        return 100.0 * self.right / self.asked
