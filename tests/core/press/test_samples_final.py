"""The reader on articles and stories that no rule was tuned on, written by somebody who had not seen the rules."""

from __future__ import annotations

from tests.core.press.evaluated import REACHED, REACHED_PAIRS, SAMPLES, below, of_samples

ARTICLES, STORIES = SAMPLES / "final", SAMPLES / "stories" / "final"


def test_each_fact_of_the_articles_keeps_what_it_reached() -> None:
    found = of_samples(ARTICLES, unseen=True)
    assert found.unknown == () and found.without_text == ()
    assert found.articles >= 50
    missed = below(found, REACHED)
    assert not missed, "\n".join(missed)


def test_pairs_of_one_event_keep_what_they_reached() -> None:
    found = of_samples(STORIES, unseen=True)
    missed = below(found, {"same_event": REACHED_PAIRS})
    assert not missed, missed
