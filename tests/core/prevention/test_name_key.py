"""The same person written in several ways is one; two persons stay two."""

from __future__ import annotations

import pytest

from sinetra.core.prevention.name_key import name_key


@pytest.mark.parametrize(
    "name", ["Siti Aminah", "SITI  AMINAH", "Dra. Hj. Siti Aminah, M.Pd.", "siti aminah, S.E", " Siti\u00a0Aminah "]
)
def test_one_person_has_one_key(name: str) -> None:
    assert name_key(name) == "siti aminah"


def test_two_persons_have_two_keys() -> None:
    assert name_key("Siti Aminah") != name_key("Siti Maimunah")
    assert name_key("Haji") == "haji"


def test_a_name_of_titles_only_is_not_empty() -> None:
    assert name_key("Dr. H.") == "h"
