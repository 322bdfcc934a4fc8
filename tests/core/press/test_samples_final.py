"""The reader on articles and stories that no rule was tuned on, written by somebody who had not seen the rules."""

from __future__ import annotations

from tests.core.press.evaluated import FLOORS, PAIRS, SAMPLES, below, of_samples

ARTICLES, STORIES = SAMPLES / "final", SAMPLES / "stories" / "final"


def test_each_fact_of_the_articles_meets_its_floor() -> None:
    found = of_samples(ARTICLES, unseen=True)
    assert found.unknown == () and found.without_text == ()
    assert found.articles >= 60
    missed = below(found, FLOORS)
    assert not missed, "\n".join(missed)


def test_pairs_of_one_event_meet_their_floor() -> None:
    found = of_samples(STORIES, unseen=True)
    missed = below(found, {"same_event": PAIRS})
    assert not missed, missed
