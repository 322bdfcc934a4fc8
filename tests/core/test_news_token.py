"""Tokens of news: real ones are in the list, the length is padded, two days of one report look unrelated."""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.news_token import SHORTEST_LIST, TOKEN_BYTES, padded, seed_of, token

DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))
SEEDS = st.binary(min_size=32, max_size=32)


@given(st.lists(SEEDS, unique=True, max_size=300), DAYS)
def test_every_real_token_is_in_a_list_whose_length_is_a_power_of_two(seeds: list[bytes], day: date) -> None:
    real = {token(seed, day) for seed in seeds}
    found = padded(real, secrets.token_bytes)
    assert real <= set(found)
    assert len(found) == len(set(found))
    assert len(found) >= SHORTEST_LIST
    assert len(found) & (len(found) - 1) == 0
    assert len(found) < 2 * max(len(real), SHORTEST_LIST // 2 + 1), "no longer than it must be"


@given(st.integers(min_value=0, max_value=SHORTEST_LIST), DAYS)
def test_quiet_days_are_as_long_as_busier_ones(count: int, day: date) -> None:
    real = [token(secrets.token_bytes(32), day) for _ in range(count)]
    assert len(padded(real, secrets.token_bytes)) == SHORTEST_LIST


@given(st.lists(SEEDS, unique=True, min_size=2, max_size=2), DAYS)
def test_a_token_is_of_one_seed_and_one_day(seeds: list[bytes], day: date) -> None:
    mine, other = seeds
    assert token(mine, day) == token(mine, day)
    assert token(mine, day) != token(other, day)
    assert token(mine, day) != token(mine, day + timedelta(days=1))
    assert len(token(mine, day)) == TOKEN_BYTES


def test_tokens_of_many_days_are_as_uniform_as_random_ones() -> None:
    """No bit and no place of an octet gives a token away: what would link two days, or tell real from random."""
    seed = seed_of("satu dua tiga")
    days = [date(2024, 1, 1) + timedelta(days=count) for count in range(2000)]
    tokens = [token(seed, day) for day in days]
    assert len(set(tokens)) == len(days)
    for place in range(TOKEN_BYTES):
        ones = Counter(bit for one in tokens for bit in range(8) if one[place] >> bit & 1)
        assert all(850 < ones[bit] < 1150 for bit in range(8)), "six and a half standard deviations"
    # Neighbours differ in half of their 128 bits, as two random ones do.
    apart = [(int.from_bytes(a) ^ int.from_bytes(b)).bit_count() for a, b in pairwise(tokens)]
    assert 62 < sum(apart) / len(apart) < 66


def test_a_counter_in_place_of_the_keyed_hash_would_be_seen() -> None:
    planted = [number.to_bytes(TOKEN_BYTES) for number in range(2000)]
    ones = Counter(bit for one in planted for bit in range(8) if one[0] >> bit & 1)
    assert not all(850 < ones[bit] < 1150 for bit in range(8))


@settings(max_examples=20)
@given(st.text(min_size=1, max_size=80))
def test_another_code_is_another_seed(code: str) -> None:
    assert seed_of(code) == seed_of(code)
    assert seed_of(code) != seed_of(code + " ")


def test_the_place_in_the_list_tells_nothing() -> None:
    real = [token(secrets.token_bytes(32), date(2024, 11, 22)) for _ in range(10)]
    found = padded(real, secrets.token_bytes)
    assert list(found) == sorted(found)
