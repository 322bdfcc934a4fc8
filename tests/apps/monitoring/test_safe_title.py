"""What an event is called where no accused person may be named, also when its kind was read wrong."""

from __future__ import annotations

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.event_words import safe_title
from sinetra.apps.monitoring.models import Story

pytestmark = pytest.mark.django_db
ACCUSING = (
    "Camat Rangga Wiratama Dilaporkan ke Bawaslu\n\nCENDANA POS – Camat Melati, Rangga Wiratama, dilaporkan ke "
    "Bawaslu karena diduga berfoto dengan calon, Selasa (19/11/2024). Bawaslu mencatat 7 kasus sejauh ini.\n"
)


@pytest.mark.parametrize("kind", ["statistics", "sosialisasi", "alleged_violation", "decision/sanction", "other"])
def test_whatever_kind_was_read_the_accused_is_not_named(press: Actor, kind: str) -> None:
    (row,) = ingest_articles(captures=[Capture(name="a.txt", data=ACCUSING.encode())], actor=press).articles
    story = Story.objects.get(pk=row.story_id)
    story.event_type = kind
    assert "Rangga" in story.title
    assert "Rangga" not in safe_title(story)


def test_a_headline_that_accuses_nobody_stays(press: Actor) -> None:
    text = "Sekda Pimpin Apel Netralitas\n\nSekda Depok Sulistyo Hartadi memimpin apel, Senin (9/9/2024).\n"
    (row,) = ingest_articles(captures=[Capture(name="a.txt", data=text.encode())], actor=press).articles
    story = Story.objects.get(pk=row.story_id)
    story.event_type = "sosialisasi"
    assert safe_title(story) == "Sekda Pimpin Apel Netralitas"
