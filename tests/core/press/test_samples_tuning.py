"""The reader on the sample articles and stories to tune on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.press.evaluated import FLOORS, PAIRS, SAMPLES, below, of_samples

ARTICLES = SAMPLES / "tuning"
#: Three writers retell some of the same public cases, so each set is told apart from the others.
STORIES = sorted((SAMPLES / "stories").glob("tuning_*"))


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="these articles are not in this copy")
def test_each_fact_of_the_articles_meets_its_floor() -> None:
    found = of_samples(ARTICLES, unseen=False)
    assert found.unknown == () and found.without_text == ()
    assert found.articles >= 60
    missed = below(found, FLOORS)
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_pairs_of_one_event_are_told_from_their_look_alikes(folder: Path) -> None:
    found = of_samples(folder, unseen=False)
    missed = below(found, {"same_event": PAIRS})
    assert not missed, missed
