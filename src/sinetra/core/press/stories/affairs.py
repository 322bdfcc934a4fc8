"""Steps of one affair: a report, a clarification, a recommendation and a sanction are events of their own, linked.

They are about the same post in the same place: "Lurah RM", "oknum camat berinisial S". What a post is called comes
from the lexicon; a name is never a key, only initials or the office that the post heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sinetra.core.press.article import Article
from sinetra.core.press.stories.initials import subjects

KINDS = frozenset({"alleged_violation", "decision/sanction"})
#: From a report to the execution of a sanction; what lies further apart is another affair until a person links it.
LASTS = timedelta(days=270)


def _accused(article: Article) -> frozenset[tuple[str, str]]:
    """Outside reports and decisions nobody is accused."""
    return subjects(article) if article.kind.value in KINDS else frozenset()


def affair_key(place: str | None, articles: Iterable[Article]) -> str:
    """``32.76 lurah RM``: what the steps of one affair share, whoever tells them; empty when there is none.

    Of several subjects the one that most articles name.
    """
    counted = Counter(subject for article in articles for subject in _accused(article))
    if place is None or not counted:
        return ""
    post, initials = min(counted, key=lambda subject: (-counted[subject], subject))
    return f"{place} {post} {initials}"


def affairs(
    told: Sequence[tuple[str | None, date | None, Iterable[Article]]],
) -> list[frozenset[int]]:
    """For each event (place, day, articles) the positions of the other steps of its affair."""
    steps: dict[tuple[str, str, str], list[int]] = {}
    for index, (place, _, articles) in enumerate(told):
        if place is not None:
            for subject in {subject for article in articles for subject in _accused(article)}:
                steps.setdefault((place, *subject), []).append(index)
    linked: list[set[int]] = [set() for _ in told]
    for members in steps.values():
        for one in members:
            linked[one].update(other for other in members if other != one and _near(told[one][1], told[other][1]))
    return [frozenset(others) for others in linked]


def _near(one: date | None, two: date | None) -> bool:
    return one is None or two is None or abs(one - two) <= LASTS
