"""The walk over every page (test_every_page.py) would find what is planted here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).resolve().parent))

from barriers import barriers

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("<img src='data:,' width='9' height='9'>", "image-alt"),
        ("<input type='text' name='planted'>", "label"),
        ("<p class='planted'>terlalu pucat</p>", "color-contrast"),
    ],
)
def test_what_is_planted_is_found(page: Page, planted: str, rule: str):
    page.goto("/id/lapor/")
    assert barriers(page) == []
    page.evaluate(
        """html => {
            document.querySelector('main .width').insertAdjacentHTML('beforeend', html);
            const pale = document.querySelector('.planted');
            if (pale) pale.style.color = '#bbb';
        }""",
        planted,
    )
    assert [line.split(":")[0] for line in barriers(page)] == [rule]
