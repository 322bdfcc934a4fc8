"""The reader on the sample articles and stories to tune on."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.press.evaluated import REACHED_ARTICLES, REACHED_TUNING, SAMPLES, below, of_samples

ARTICLES = [SAMPLES / name for name in REACHED_ARTICLES if (SAMPLES / name).is_dir()]
#: Six writers retell some of the same public cases, so each set is told apart from the others.
STORIES = sorted((SAMPLES / "stories").glob("tuning_*"))


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_each_fact_of_the_articles_meets_its_floor(folder: Path) -> None:
    found = of_samples(folder, unseen=False)
    assert found.unknown == () and found.without_text == ()
    assert found.articles >= 36
    missed = below(found, REACHED_ARTICLES[folder.name])
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_pairs_of_one_event_are_told_from_their_look_alikes(folder: Path) -> None:
    found = of_samples(folder, unseen=False)
    missed = below(found, {"same_event": REACHED_TUNING[folder.name]})
    assert not missed, missed
