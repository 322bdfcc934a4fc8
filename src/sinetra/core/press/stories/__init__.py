"""Articles on the same event: facts decide first, the wording second. Steps of one affair are linked, and apart."""

from __future__ import annotations

from sinetra.core.press.stories.affairs import affair_key
from sinetra.core.press.stories.around import around
from sinetra.core.press.stories.merged import Conflict, Story, stories, told_as_one

__all__ = ["Conflict", "Story", "affair_key", "around", "stories", "told_as_one"]
