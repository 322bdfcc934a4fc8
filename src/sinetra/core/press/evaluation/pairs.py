"""Stories as pairs: two articles told apart or together, against ``same_event_as`` of the gold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.article import Article
from sinetra.core.press.evaluation.gold import GoldArticle
from sinetra.core.press.evaluation.outcomes import Outcome, Verdict
from sinetra.core.press.stories import Story

FIELD = "same_event"


def same_event(
    gold: Sequence[GoldArticle],
    pairs: Sequence[tuple[GoldArticle, Article]],
    told: Iterable[Story],
    gold_file: str,
) -> tuple[Outcome, ...]:
    """An outcome for each pair, under the first file of it; only articles with the key ``same_event_as`` count.

    An article of the gold without a text may be named, and counts in no pair.

    Errors: ``BadInput`` where the gold names an article that it does not hold.
    """
    files = {name: name for item in gold for name in (item.file, item.id) if name}
    files |= {name: article.source for item, article in pairs for name in (item.file, item.id, article.source) if name}
    scored = [(item, article.source) for item, article in pairs if "same_event_as" in item.keys]
    known = {file for _, file in scored}
    wanted = _together(_linked(scored, files, gold_file), known)
    found = _together([[article.source for article in story.articles] for story in told], known)
    verdicts = {pair: Verdict.RIGHT if pair in wanted else Verdict.WRONG for pair in found}
    verdicts |= dict.fromkeys(wanted - found, Verdict.MISSED)
    return tuple(
        Outcome(field=FIELD, verdict=verdict, file=first, value=f"{first} = {second}")
        for (first, second), verdict in sorted(verdicts.items())
    )


def _linked(scored: list[tuple[GoldArticle, str]], files: Mapping[str, str], gold_file: str) -> list[list[str]]:
    """Groups of the gold: what is the same as the same is the same."""
    group = {file: {file} for file in files.values()}
    for gold, file in scored:
        for name in gold.same_event_as:
            if name not in files:
                raise BadInput(
                    gettext_noop("%(file)s, %(field)s: %(value)s bukan file atau id dari artikelnya"),
                    field=f"{gold.label}.same_event_as",
                    file=gold_file,
                    value=name,
                )
            joined = group[file] | group[files[name]]
            group.update(dict.fromkeys(joined, joined))
    return [sorted(members) for members in group.values()]


def _together(groups: Iterable[Sequence[str]], known: set[str]) -> set[tuple[str, str]]:
    pairs = (pair for group in groups for pair in combinations(sorted(set(group) & known), 2))
    return {(first, second) for first, second in pairs}
