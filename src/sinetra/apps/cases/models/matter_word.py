"""A word by which a matter is found: of its numbers, of numbers of its letters, of its place. Of nothing else.

Repeated from those (``apps/cases/words``), in the unit of work that changes them. No word of a reporter, of evidence or
of a sealed text, and no name of a person, ever stands here.
"""

from __future__ import annotations

from django.db import models


class MatterWord(models.Model):
    """``word`` as ``core.casework.search_words`` makes it: a whole number, a part of one, a place."""

    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    word = models.CharField(max_length=80)
    matter = models.ForeignKey("cases.Matter", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "word", "matter"], name="matter_word_once"),
        ]

    def __str__(self) -> str:
        return self.word
