"""The steps of one affair know of each other, also when weeks lie between the imports; other offices see none."""

from __future__ import annotations

import pytest

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.models import Story

pytestmark = pytest.mark.django_db
REPORT = """Bawaslu Depok Terima Laporan soal Lurah RM

Bawaslu Kota Depok menerima laporan dugaan pelanggaran netralitas Lurah RM, Senin (9/9/2024). Terlapor diduga
mengarahkan warga mendukung bakal calon."""
SANCTION = """Lurah RM Dijatuhi Sanksi

Wali Kota Depok menjatuhkan sanksi disiplin sedang kepada Lurah RM, Jumat (18/10/2024). Sanksi itu menindaklanjuti
rekomendasi BKN atas pelanggaran netralitas."""


def bring(actor: Actor, name: str, text: str) -> Story:
    (row,) = ingest_articles(captures=[Capture(name=name, data=text.encode())], actor=actor).articles
    assert row.story is not None
    return row.story


def test_a_sanction_finds_the_report_it_follows(press: Actor) -> None:
    report, sanction = bring(press, "a.txt", REPORT), bring(press, "b.txt", SANCTION)
    assert report != sanction
    assert list(selectors.other_steps(press, sanction)) == [report]
    assert list(selectors.other_steps(press, report)) == [sanction]
    assert not selectors.other_steps(PUBLIC, report).exists()


def test_another_lurah_is_another_affair_and_no_affair_has_no_steps(press: Actor) -> None:
    report = bring(press, "a.txt", REPORT)
    bring(press, "b.txt", SANCTION.replace("RM", "TS"))
    assert not selectors.other_steps(press, report).exists()
    one, two = (Story(organisation_id=press.office, title=title) for title in ("Satu", "Dua"))
    for story in (one, two):
        story.save()
    assert not selectors.other_steps(press, one).exists()
