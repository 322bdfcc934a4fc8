"""162 short articles in the words of many reporters: kind, day, attendees and organiser. All are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.core.press.evaluated import below, evaluated

from sinetra.core.press.evaluation import Evaluation

TOLD: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "told" / "articles.yaml").read_text(encoding="utf-8")
)
FLOORS = {"event_type": 0.97, "event_date": 0.98, "participants": 0.98, "agency": 0.97, "cases": 0.9, "nil_report": 0.9}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    texts = {f"{number:03}.txt": item["text"] for number, item in enumerate(TOLD)}
    gold = [
        {"file": name} | {k: v for k, v in item.items() if k != "text"} for name, item in zip(texts, TOLD, strict=True)
    ]
    return evaluated(tmp_path_factory.mktemp("told"), texts, *gold)


def test_many_reporters_words_are_read(found: Evaluation) -> None:
    assert found.unknown == () and found.without_text == ()
    missed = below(found, FLOORS)
    assert not missed, "\n".join(missed)
