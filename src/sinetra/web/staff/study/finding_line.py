"""A finding of the law engine in words, with the fields for what the author says to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.casework.study import StudyFinding
from sinetra.core.law.words import NormKind, Status
from sinetra.web import law_words, parts
from sinetra.web.law_view import cited, in_words
from sinetra.web.staff.words import VERDICTS
from sinetra.web.templatetags.words import election_name

_SENTIMENTS = {Status.MET: "attention", Status.OPEN: "plain", Status.OUT_OF_TIME: "plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding in words with its two fields. ``people`` is empty where it concerns everybody."""

    finding: StudyFinding
    people: str
    act: str
    ruling: BoundField
    reason: BoundField

    @property
    def title(self) -> str:
        return in_words(self.finding.norm.title)

    @property
    def track(self) -> str:
        return law_words.word(law_words.TRACKS, self.finding.norm.track)

    @property
    def sentiment(self) -> str:
        return "good" if self.is_allowed else _SENTIMENTS.get(self.finding.verdict, "info")

    @property
    def verdict(self) -> str:
        return _("membolehkan") if self.is_allowed else str(VERDICTS[self.finding.verdict])

    @property
    def is_allowed(self) -> bool:
        return self.finding.norm.kind is NormKind.PERMISSION and self.finding.verdict is Status.MET

    @property
    def citations(self) -> list[parts.Citation]:
        return cited(rulebook().instruments, self.finding.citations)

    @property
    def election(self) -> str:
        return election_name(self.finding.election) if self.finding.election else ""

    @property
    def contested(self) -> list[parts.Conflict]:
        return [
            parts.Conflict(
                topic=in_words(one.topic),
                readings=[parts.Reading(text=in_words(item.text), source=item.source) for item in one.readings],
            )
            for one in self.finding.contested
        ]
