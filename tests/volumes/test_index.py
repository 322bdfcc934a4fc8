"""The index of 545 regions with all recomputations, in time; the plain loop agrees."""

from __future__ import annotations

import pytest
from bench.index.measure import DRAWS, LIMIT, measure


@pytest.mark.soak
def test_the_index_of_every_region_that_votes_is_computed_in_time():
    """Processor time, for the machine is shared."""
    figures = measure(times=3, plain_draws=10)
    assert (figures["regions"], figures["recomputations"]) == (545, DRAWS)
    assert figures["processor_seconds"]["median"] < LIMIT
    assert figures["plain_loop"]["ratio"] > 5
