"""From an article onward: a published figure, initial information of Bawaslu; and no accused name outside."""

from __future__ import annotations

from datetime import date

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.actions.take_figure import Figure, drop_figure, take_figure
from sinetra.apps.monitoring.actions.take_lead import take_lead
from sinetra.apps.monitoring.models import Article, PressLead, PublishedFigure, Story
from sinetra.apps.monitoring.outside import MASK, outside_story_title, outside_title
from sinetra.apps.prevention.models import Activity
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db
TEXT = (
    "Camat Rangga Wiratama Dilaporkan ke Bawaslu\n\n"
    "CENDANA POS – Camat Melati, Rangga Wiratama, dilaporkan ke Bawaslu karena diduga berfoto dengan calon, "
    "Selasa (19/11/2024). Bawaslu mencatat 7 kasus netralitas ASN sejauh ini.\n"
)
FIGURE = {
    "words": "7 kasus netralitas ASN",
    "value": 7,
    "unit": "kasus",
    "body": "Bawaslu Kota Cendana",
    "as_of": date(2024, 11, 19),
}


def read_by(actor: Actor) -> Article:
    article = ingest_articles(captures=[Capture(name="c.txt", data=TEXT.encode())], actor=actor).articles[0]
    region = Region.objects.get(pk="99.71")
    Story.objects.filter(pk=article.story_id).update(region=region)
    return Article.objects.select_related("story").get(pk=article.pk)


def test_a_figure_is_kept_with_its_source_and_taken_back(press: Actor) -> None:
    article = read_by(press)
    row = take_figure(article=article, figure=Figure(**FIGURE, region="99.71"), actor=press)
    start, end = row.span
    assert article.text[start:end] == "7 kasus netralitas ASN"
    assert (row.region_id, row.value) == ("99.71", 7)
    with pytest.raises(Conflict):
        take_figure(article=article, figure=Figure(**FIGURE), actor=press)
    drop_figure(figure=row, actor=press)
    assert not PublishedFigure.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("words", "tidak ada di sini"), ("value", -1), ("unit", " "), ("body", ""), ("as_of", date(2999, 1, 1))],
)
def test_a_figure_that_cannot_be_is_refused_at_its_field(press: Actor, field: str, value: object) -> None:
    article = read_by(press)
    with pytest.raises(BadInput) as refused:
        take_figure(article=article, figure=Figure(**{**FIGURE, field: value}), actor=press)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not PublishedFigure.objects.exists()


def test_others_may_take_no_figure(press: Actor, elsewhere: Actor, team: Actor) -> None:
    article = read_by(press)
    row = take_figure(article=article, figure=Figure(**FIGURE), actor=press)
    for other in (elsewhere, team):
        with pytest.raises(Forbidden):
            take_figure(article=article, figure=Figure(**FIGURE), actor=other)
        with pytest.raises(Forbidden):
            drop_figure(figure=row, actor=other)


def test_bawaslu_takes_an_article_as_initial_information_once_without_the_name(elsewhere: Actor) -> None:
    article = read_by(elsewhere)
    told = "Rangga Wiratama berfoto dengan calon."
    report = take_lead(article=article, what=told, happened_on=None, actor=elsewhere)
    assert (report.kept_as, report.source, report.region_id) == ("initial_information", "press", "99.71")
    assert PressLead.objects.get().article_id == article.pk
    with pytest.raises(Conflict):
        take_lead(article=article, what=told, happened_on=None, actor=elsewhere)
    assert Report.objects.filter(source="press").count() == 1


def test_initial_information_is_for_bawaslu_alone(press: Actor, team: Actor) -> None:
    article = read_by(press)
    for other in (press, team):
        with pytest.raises(Forbidden):
            take_lead(article=article, what="x", happened_on=None, actor=other)
    assert not Report.objects.exists()


def test_the_name_of_an_accused_person_is_in_no_title_outside_the_workbench(press: Actor) -> None:
    article = read_by(press)
    assert "Rangga" in article.title, "inside the workbench it stands as it was printed"
    story = Story.objects.get()
    for title in (outside_title(article), outside_story_title(story)):
        assert MASK in title
        assert "Rangga" not in title
        assert "Wiratama" not in title


def test_an_activity_from_such_an_article_carries_no_name(press: Actor) -> None:
    article = read_by(press)
    story = Story.objects.get(pk=article.story_id)
    Story.objects.filter(pk=story.pk).update(event_type="sosialisasi")
    confirm_story(story=Story.objects.get(pk=story.pk), actor=press)
    activity = Activity.objects.get()
    assert "Rangga" not in activity.title
    assert "Wiratama" not in str(activity.facts_from)
    assert activity.facts_from["prohibited_acts"], "what is not a name stays"
