"""Two prints of one number are one number; different numbers stay different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.prevention.circular_number import number_key

SEGMENT = st.one_of(
    st.integers(1, 9999).map(str), st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=6)
)
NUMBER = st.tuples(st.integers(1, 9999).map(str), st.lists(SEGMENT, min_size=1, max_size=5)).map(
    lambda parts: "/".join([parts[0], *parts[1]])
)


@pytest.mark.parametrize(
    "printed",
    [
        "HKM.05/12/EDR/IX/HKU/2024",
        "05/12/EDR/IX/HKU/2024",
        "5/12/edr/ix/hku/2024",
        "Nomor: 05 / 12 / EDR / IX / HKU / 2024",
        "No. HKM. 05/12/EDR/IX/HKU/2024",
    ],
)
def test_the_number_of_the_jambi_circular_is_known_in_each_print(printed: str) -> None:
    assert number_key(printed) == number_key("05/12/EDR/IX/HKU/2024")


@given(NUMBER)
def test_the_key_of_a_key_is_the_key(number: str) -> None:
    assert number_key(number_key(number)) == number_key(number)


@given(NUMBER, st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=5))
def test_prefix_case_zeros_and_spaces_do_not_make_another_number(number: str, prefix: str) -> None:
    for printed in (f"{prefix}.{number}", f"0{number}", number.lower(), number.replace("/", " / ")):
        assert number_key(printed) == number_key(number)


@given(NUMBER, NUMBER)
def test_other_numbers_are_other_numbers(one: str, other: str) -> None:
    assert (number_key(one) == number_key(other)) == (one == other)
