"""What is left of the tests of a session once it is closed: figures of all together, none of a person."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class TestResult(Row):
    """Of those who took both tests. ``pairs`` is 0 and every figure empty when there were fewer than five.

    Scores and gains in percent points; ``hake`` and ``single_hake`` as in ``core.prevention.understanding``. The
    delayed test knows no pairs any more: its figures are of the group.
    """

    __test__ = False

    session = models.OneToOneField("prevention.ActivitySession", on_delete=models.PROTECT, related_name="test_result")
    closed_on = models.DateField()
    before = models.PositiveIntegerField(default=0)
    after = models.PositiveIntegerField(default=0)
    pairs = models.PositiveIntegerField(default=0)
    mean_before = models.FloatField(null=True)
    sd_before = models.FloatField(null=True)
    mean_after = models.FloatField(null=True)
    sd_after = models.FloatField(null=True)
    gain = models.FloatField(null=True)
    gain_low = models.FloatField(null=True)
    gain_high = models.FloatField(null=True)
    hake = models.FloatField(null=True)
    single_hake = models.FloatField(null=True)
    undefined = models.PositiveIntegerField(default=0)
    d_z = models.FloatField(null=True)
    d_av = models.FloatField(null=True)
    delayed_on = models.DateField(null=True)
    delayed = models.PositiveIntegerField(default=0)
    mean_delayed = models.FloatField(null=True)
    sd_delayed = models.FloatField(null=True)
    kept = models.FloatField(null=True)
    kept_low = models.FloatField(null=True)
    kept_high = models.FloatField(null=True)

    def __str__(self) -> str:
        return f"result {self.session_id}"


class TestItem(Row):
    """How one question did in one session; shares from 0 to 1, empty for fewer than five answers."""

    __test__ = False

    result = models.ForeignKey(TestResult, on_delete=models.PROTECT, related_name="items")
    question = models.ForeignKey("prevention.BankQuestion", on_delete=models.PROTECT, related_name="results")
    n_before = models.PositiveIntegerField(default=0)
    n_after = models.PositiveIntegerField(default=0)
    p_before = models.FloatField(null=True)
    p_after = models.FloatField(null=True)
    discrimination = models.FloatField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["result", "question"], name="test_item_once")]

    def __str__(self) -> str:
        return f"item {self.question_id}"
