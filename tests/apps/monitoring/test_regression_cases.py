"""What ``sinetra press corrections --json`` prints: one case a correction that holds, and no text of an article."""

from __future__ import annotations

import hashlib
import json

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.correct_fact import correct_fact, take_back
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.catalogue import ROOT
from sinetra.cli.main import main
from sinetra.core.press.corrections import Verdict, items

pytestmark = pytest.mark.django_db


def test_corrections_are_exported_as_cases_and_what_was_taken_back_is_not(
    press: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    data = (ROOT / "samples" / "articles" / "05-kota-jambi.txt").read_bytes()
    article = ingest_articles(captures=[Capture(name="j.txt", data=data)], actor=press).articles[0]
    given = {"article": article, "actor": press}
    count = items(article.facts, "participants_count")[0]
    law = items(article.facts, "legal")[0]
    correct_fact(field="participants_count", verdict=Verdict.CORRECTED, reader=count, value="121", **given)
    correct_fact(field="legal", verdict=Verdict.REJECTED, reader=law, **given)
    gone = correct_fact(field="agency", verdict=Verdict.ADDED, words="Kota Jambi", **given)
    take_back(correction=gone, actor=press)
    assert main(["press", "corrections", "--json"]) == 0
    printed = capsys.readouterr().out
    cases = json.loads(printed)
    assert [(case["field"], case["expected"], case["denied"] is not None) for case in cases] == [
        ("participants_count", 121, True),
        ("legal", None, True),
    ]
    assert cases[0]["denied"] == count["value"]
    assert {case["text_sha256"] for case in cases} == {hashlib.sha256(article.text.encode()).hexdigest()}
    assert article.text[:40] not in printed
    assert main(["press", "corrections"]) == 0
    assert "121" in capsys.readouterr().out


def test_without_corrections_the_file_is_an_empty_list(press: Actor, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["press", "corrections", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
