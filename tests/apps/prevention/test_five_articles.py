"""The five articles' activities stand in the programme with all that the articles say, each fact with its place.

Once for the samples of the demonstration, completed by hand as its press officer would; once for the published articles
themselves, which are no part of this project: ``SINETRA_ARTICLES`` or ``../shared/seeds``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.demo import PROGRAMME
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Activity, ActivitySession, Circular
from sinetra.apps.registry.regions import EDITION, store_regions

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("SINETRA_ARTICLES", ROOT.parent / "shared" / "seeds"))
SAMPLES = {"000": "01", "001": "02", "002": "03", "003": "04", "004": "05"}
PLACES = [
    ("32.79", "Kota Banjar"),
    ("63.71", "Kota Banjarmasin"),
    ("63.72", "Kota Banjarbaru"),
    ("15.71", "Kota Jambi"),
]
People = Callable[[str], Actor]


@pytest.fixture
def places(db: None) -> None:
    provinces = [("32", "Jawa Barat"), ("63", "Kalimantan Selatan"), ("15", "Jambi")]
    store_regions([*provinces, *PLACES], EDITION)


@pytest.fixture
def sampled(places: None, person: People) -> Actor:
    return person("humas")


def gold() -> list[dict[str, Any]]:
    if not (FOLDER / "gold.yaml").is_file():
        pytest.skip("the published articles are not beside this repository (../shared/seeds)")
    return list(yaml.safe_load((FOLDER / "gold.yaml").read_text(encoding="utf-8"))["articles"])


def words(value: Any) -> str:
    """Names as they are compared: "PJ Walikota" is "Pj Wali Kota", and an office may leave out its city."""
    text = str(value).lower().replace("walikota", "wali kota").replace(".", "").replace("(pjs) ", "")
    return " ".join(text.replace("penjabat sementara", "pjs").replace("penjabat", "pj").replace("kota ", "").split())


def said(activity: Activity, name: str, article: Article) -> list[Any]:
    places = activity.facts_from.get(name, [])
    for place in places:
        start, end = place["span"]
        text = Article.objects.get(pk=place["article"]).text
        assert text[start:end] == place["as_printed"] != "", (name, place)
    return [place["value"] for place in places if place["article"] == str(article.pk)]


def misses(item: dict[str, Any], activity: Activity, article: Article) -> list[str]:
    """Facts of the careful reader that the activity does not have with a place in this very article."""

    def has(name: str, *wanted: Any) -> bool:
        found = {words(value) for value in said(activity, name, article)}
        return all(any(words(one) in other or other in words(one) for other in found) for one in wanted)

    lists = ("units_visited", "delegation_roles", "audience", "speakers_from", "prohibited_acts", "permitted_acts")
    single = ("duration_days", "theme", "agency", "participants_count", "covers_non_asn", "non_asn_sanctionable")
    more = ("cases_so_far", "incumbent_running", "elsewhere_indications", "event_date", "criminal_range_months")
    wrong = [name for name in lists if not has(name, *(item.get(name) or []))]
    wrong += [name for name in (*single, *more) if item.get(name) is not None and not has(name, item[name])]
    wrong += [] if has("place", item["place"]["kab_kota"]) else ["place"]
    wrong += [] if has("venues", *item["place"]["venues"]) else ["venues"]
    wrong += [] if has("persons", *(one["name"] for one in item["persons"])) else ["persons"]
    wrong += [] if has("sanctions", *item["sanctions"]) else ["sanctions"]
    if "agreement" in item:
        found = {words(party) for value in said(activity, "agreement", article) for party in value}
        wrong += [] if {words(party) for party in item["agreement"]["parties"]} <= found else ["agreement"]
    if "coordination" in item:
        told = words(said(activity, "coordination", article))
        wrong += [] if all(words(body) in told for body in item["coordination"]["consult"]) else ["coordination"]
    return wrong


def test_the_samples_give_every_fact_of_the_careful_reader(sampled: Actor) -> None:
    for item in gold():
        number = item["file"][:3]
        article = Article.objects.get(source__startswith=SAMPLES[number])
        activity = Activity.objects.get(story_id=article.story_id)
        assert not misses(item, activity, article), number


@pytest.fixture
def published(places: None, person: People) -> Actor:
    """The real articles in a register of their own: another organisation than that of the samples."""
    items = gold()
    organiser = person("staf.bawaslu")
    captures = [Capture(name=item["file"], data=(FOLDER / item["file"]).read_bytes()) for item in items]
    ingest_articles(captures=captures, actor=organiser)
    for story in Story.objects.filter(organisation_id=organiser.office):
        confirm_story(story=story, actor=organiser)
    return organiser


def test_the_published_articles_give_every_fact_of_the_careful_reader(published: Actor) -> None:
    for item in gold():
        article = Article.objects.get(source=item["file"], organisation_id=published.office)
        activity = Activity.objects.get(story_id=article.story_id)
        assert misses(item, activity, article) == [], item["file"]


def test_a_fact_that_the_activity_lacks_is_found(sampled: Actor) -> None:
    item = gold()[0] | {"theme": "Tema yang tidak disebut", "units_visited": ["Dinas Kehutanan"]}
    article = Article.objects.get(source__startswith="01")
    assert {"theme", "units_visited"} <= set(misses(item, Activity.objects.get(story_id=article.story_id), article))


@pytest.mark.parametrize("source", ["sampled", "published"])
def test_three_units_in_one_day_are_three_stops_with_their_hall_and_the_delegation(
    source: str, request: pytest.FixtureRequest
) -> None:
    actor: Actor = request.getfixturevalue(source)
    visit = Activity.objects.get(region_id="32.79", organisation_id=actor.office)
    assert visit.kind == Activity.Kind.VISIT
    stops = list(visit.sessions.order_by("place"))
    assert [str(stop.day) for stop in stops] == ["2024-11-21"] * 3
    assert [stop.unit_text for stop in stops] == [
        "Dinas Komunikasi dan Informatika",
        "Dinas Pemuda dan Olahraga",
        "Dinas PUTR",
    ]
    halls = ["Aula Dharma Jati", "Aula Dharma Jati", "Aula Sudabimataruci"]
    assert [stop.venue[: len(hall)] for stop, hall in zip(stops, halls, strict=True)] == halls
    assert all(stop.unit_id is None for stop in stops), "a unit of the own city with the same name is another office"
    assert {delegate.role for delegate in visit.delegates.all()} >= {
        "Kepala Satuan Polisi Pamong Praja",
        "Plt. Kepala Bagian Umum Sekretariat Daerah",
        "perwakilan BKPSDM",
    }
    assert visit.delegates.count() == 7
    assert "Ida Wahida Hidayati" in visit.opened_by


@pytest.mark.parametrize("source", ["sampled", "published"])
def test_the_other_activities_say_who_opened_how_long_with_whom(source: str, request: pytest.FixtureRequest) -> None:
    actor: Actor = request.getfixturevalue(source)
    rows = {row.region_id: row for row in Activity.objects.filter(organisation_id=actor.office)}
    session = rows["63.72"]
    assert session.opened_by == "Penjabat Sementara (Pjs) Wali Kota Banjarbaru Nurliani"
    assert "membuka" in session.facts_from["opened_by"][0]["as_printed"]
    assert session.organiser in {"BKPSDM Kota Banjarbaru", "BKPSDM Banjarbaru"}
    meeting = rows["63.71"]
    assert (meeting.kind, meeting.duration_days) == ("rakor", 3)
    assert meeting.theme == "Menjaga Netralitas ASN dari Pengaruh Politik Pragmatis"
    assert meeting.audience == ["lurah", "camat", "stakeholder terkait"]
    assert [item.day for item in meeting.sessions.all()] == [None] * 3, "the printed day is that of the statement"
    assert Agreement.objects.get(story_id=meeting.story_id).signed_on is None
    assert meeting.facts_from["cases_so_far"][0]["value"] == 0
    jambi = rows["15.71"]
    assert (jambi.participants, jambi.participants_approximate) == (120, True)
    assert [speaker.institution for speaker in jambi.named_speakers.all()] == ["BKN Regional 7 Palembang"]
    circular = Circular.objects.get(story_id=jambi.story_id)
    assert circular.number in {place["value"] for place in jambi.facts_from["legal"]}


def test_the_samples_stand_in_one_programme_and_none_counts_before_its_organiser_confirms(sampled: Actor) -> None:
    rows = list(Activity.objects.filter(organisation_id=sampled.office))
    assert len(rows) == 4
    assert {row.programme.title for row in rows if row.programme} == {PROGRAMME}
    assert all(row.known_from_press_only for row in rows)
    assert set(ActivitySession.objects.values_list("state", flat=True)) == {"closed"}
