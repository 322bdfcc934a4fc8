from __future__ import annotations

from pathlib import Path

import pytest

import sinetra
from sinetra.core import press

CATALOGUE = Path(sinetra.__file__).parent / "catalogue"


@pytest.fixture(scope="session")
def lexicon() -> press.Lexicon:
    return press.load_lexicon(CATALOGUE)


@pytest.fixture(scope="session")
def invented() -> press.Lexicon:
    """A lexicon that also knows the invented province."""
    return press.load_lexicon(CATALOGUE, regions=(CATALOGUE / "samples" / "regions.csv").read_text(encoding="utf-8"))
