from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.hostile_files import telling_jpeg

from sinetra.core.errors import BadInput
from sinetra.core.evidence.clean import cleaned
from sinetra.core.evidence.mask import Box, masked


def test_nothing_is_left_under_a_box_and_all_of_the_rest_is():
    clean = cleaned(telling_jpeg(), "image/jpeg")
    made = masked(clean.content, clean.media_type, [Box(left=0, top=0, width=25, height=100)])
    picture = Image.open(BytesIO(made.content)).convert("RGB")
    under = picture.crop((0, 0, 16, 60)).get_flattened_data()
    assert max(max(point) for point in under) < 24
    beside = picture.getpixel((30, 30))
    assert isinstance(beside, tuple) and beside[0] > 180


def test_a_box_over_a_clear_picture_is_solid():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(out, "PNG")
    made = masked(out.getvalue(), "image/png", [Box(left=0, top=0, width=50, height=50)])
    picture = Image.open(BytesIO(made.content))
    assert picture.getpixel((2, 2)) == (0, 0, 0, 255)
    assert picture.getpixel((8, 8)) == (255, 0, 0, 0)


@pytest.mark.parametrize("box", [(-1, 0, 5, 5), (0, 0, 0, 5), (99, 0, 5, 5), (0, 50, 5, 51), (float("nan"), 0, 5, 5)])
def test_a_box_outside_the_picture_is_refused(box: tuple[float, float, float, float]):
    left, top, width, height = box
    with pytest.raises(BadInput, match="Kotak"):
        Box(left=left, top=top, width=width, height=height)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    left=st.floats(0, 99),
    top=st.floats(0, 99),
    part=st.tuples(st.floats(0.01, 1), st.floats(0.01, 1)),
    size=st.tuples(st.integers(1, 4000), st.integers(1, 4000)),
)
def test_a_box_covers_at_least_what_it_says_and_stays_inside(left, top, part, size):
    box = Box(left=left, top=top, width=(100 - left) * part[0], height=(100 - top) * part[1])
    width, height = size
    one = box.points(width, height)
    assert 0 <= one[0] <= one[2] < width and 0 <= one[1] <= one[3] < height
    assert one[0] <= left * width / 100
    assert one[2] + 1 >= min(width, (box.left + box.width) * width / 100) - 1e-6
