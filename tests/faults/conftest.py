from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the invented files of the bench

from installation import OFFICE, Installation, empty_installation, installation


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    with installation(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(tmp_path_factory.mktemp("place")) as made:
        yield made


@pytest.fixture
def office(place: Installation) -> Installation:
    """With a region, and a vault for names."""
    place.shell(OFFICE)
    return place


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Installation]:
    with empty_installation(tmp_path / "elsewhere") as made:
        yield made
