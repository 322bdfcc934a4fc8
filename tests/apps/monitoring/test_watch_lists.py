"""Watch lists over the published press: who may keep them, what they find, and that nobody is watched by name."""

from __future__ import annotations

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring import watch_selectors as selectors
from sinetra.apps.monitoring.actions.change_watch_list import change_watch_list
from sinetra.apps.monitoring.actions.create_watch_list import create_watch_list
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.actions.see_hit import see_hit
from sinetra.apps.monitoring.actions.stop_watch_list import stop_watch_list
from sinetra.apps.monitoring.models import WatchHit, WatchList
from sinetra.apps.monitoring.watch_draft import WatchDraft
from sinetra.apps.registry.models import ElectionPair, Person, Unit
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

pytestmark = pytest.mark.django_db
SAMPLES = sorted((ROOT / "samples" / "articles").glob("*.txt"))


def bring_in(actor: Actor, *numbers: int) -> None:
    captures = [Capture(name=SAMPLES[n].name, data=SAMPLES[n].read_bytes()) for n in numbers or range(5)]
    ingest_articles(captures=captures, actor=actor)


def watch(actor: Actor, *words: str, **more: list[str]) -> WatchList:
    return create_watch_list(draft=WatchDraft(name="daftar", words=words, **more), actor=actor)


def refused(actor: Actor, draft: WatchDraft) -> BadInput:
    with pytest.raises(BadInput) as error:
        create_watch_list(draft=draft, actor=actor)
    assert not WatchList.objects.exists()
    return error.value


def test_new_articles_are_found_with_the_words_at_their_place(press: Actor) -> None:
    row = watch(press, "Surat Edaran")
    bring_in(press)
    hits = list(selectors.hits(press, row))
    assert [hit.article.source for hit in hits] == [SAMPLES[4].name]
    for match in hits[0].matches:
        start, end = match["span"]
        assert hits[0].article.facts["text"][start:end].lower() == "surat edaran"


def test_articles_that_were_here_before_are_not_looked_at_again(press: Actor) -> None:
    bring_in(press)
    row = watch(press, "surat edaran")
    assert not selectors.hits(press, row).exists()


def test_a_region_and_an_event_type_narrow_a_list(press: Actor) -> None:
    everywhere, here = watch(press, "netralitas"), watch(press, "netralitas", regions=["63"])
    meetings = watch(press, event_types=["rakor/mou"])
    bring_in(press)
    found = [selectors.hits(press, row).count() for row in (everywhere, here, meetings)]
    assert found[0] > found[1] > 0
    assert found[2] == 1


def test_a_stopped_list_finds_nothing_more_and_keeps_what_it_found(press: Actor) -> None:
    row = watch(press, "netralitas")
    bring_in(press, 0)
    stop_watch_list(watch_list=row, actor=press)
    bring_in(press, 4)
    assert selectors.hits(press, row).count() == 1
    with pytest.raises(Conflict):
        stop_watch_list(watch_list=row, actor=press)
    with pytest.raises(Conflict):
        change_watch_list(watch_list=row, draft=WatchDraft(name="daftar", words=["netralitas"]), actor=press)


def test_a_changed_list_looks_for_its_new_words(press: Actor) -> None:
    row = watch(press, "tidak ada kata begini")
    change_watch_list(watch_list=row, draft=WatchDraft(name="baru", words=["netralitas", "NETRALITAS"]), actor=press)
    bring_in(press, 0)
    assert row.words == ["netralitas"]
    assert selectors.hits(press, row).count() == 1


def test_seen_is_said_once_by_the_first(press: Actor) -> None:
    row = watch(press, "netralitas")
    bring_in(press, 0)
    assert selectors.some_unseen(row)
    hit = see_hit(hit=WatchHit.objects.get(), actor=press)
    first = hit.seen_at
    assert see_hit(hit=hit, actor=press).seen_at == first
    assert hit.seen_by_id == press.user_id
    assert not selectors.some_unseen(row)


@pytest.mark.parametrize("field", ["name", "words", "offices"])
@pytest.mark.parametrize("term", ["@budi", "Budi Santoso", "0812 3456 7890", "Rangga Wiratmaja"])
def test_a_person_or_account_is_refused_in_every_field_with_the_term_in_the_reason(
    press: Actor, field: str, term: str
) -> None:
    given = {"name": "daftar", "words": ["netralitas"], "offices": []} | {field: term if field == "name" else [term]}
    error = refused(press, WatchDraft(**given))  # type: ignore[arg-type]
    assert error.field == field
    assert error.params["term"] == term
    assert "perbuatan, kantor, atau acara" in error.message


def test_a_name_of_the_register_is_refused_in_small_letters_too_and_of_another_office_not_known(press: Actor) -> None:
    assert watch(press, "wiratmaja").words == ["wiratmaja"]
    WatchList.objects.all().delete()
    Person.objects.create(organisation_id=press.office, name="Rangga Wiratmaja", status="pns")
    for term in ("wiratmaja", "rangga wiratmaja", "lurah rangga wiratmaja"):
        assert "nama orang" in refused(press, WatchDraft(name="daftar", words=[term])).message


def test_names_of_a_pair_are_refused(press: Actor) -> None:
    ElectionPair.objects.create(
        organisation_id=press.office,
        election="pilkada_2024",
        region_id="63.72",
        number=1,
        head_name="Zorvan Quellin",
        deputy_name="Miltra Ostavia",
        source="contoh",
    )
    for term in ("quellin", "zorvan quellin", "ostavia"):
        assert "nama orang" in refused(press, WatchDraft(name="daftar", words=[term])).message


def test_a_person_of_a_stored_article_is_refused(press: Actor) -> None:
    assert watch(press, "fachrizanoor")
    WatchList.objects.all().delete()
    bring_in(press, 3)
    assert "nama orang" in refused(press, WatchDraft(name="daftar", words=["fachrizanoor"])).message
    assert watch(press, "banjarmasin", "bawaslu", "rapat koordinasi"), "what is also a region or an office stays"


def test_the_refusal_does_not_tell_where_a_name_stands(press: Actor) -> None:
    Person.objects.create(organisation_id=press.office, name="Wiratmaja", status="pns")
    known = refused(press, WatchDraft(name="daftar", words=["wiratmaja"]))
    assert known.message == refused(press, WatchDraft(name="daftar", words=["prabowo"])).message


def test_an_office_is_one_by_its_words_or_a_unit_of_the_register(press: Actor) -> None:
    assert "bukan kantor" in refused(press, WatchDraft(name="daftar", offices=["lentera cendana"])).message
    Unit.objects.create(organisation_id=press.office, code="X9", name="Lentera Cendana", kind="other")
    assert create_watch_list(draft=WatchDraft(name="daftar", offices=["Lentera Cendana"]), actor=press)
    assert create_watch_list(draft=WatchDraft(name="daftar", offices=["Dinas Kesehatan"]), actor=press)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({}, "words"),
        ({"words": [f"kata nomor {n}" for n in range(51)]}, "words"),
        ({"event_types": ["begini"]}, "event_types"),
        ({"regions": ["77.99"]}, "regions"),
        ({"name": "", "words": ["netralitas"]}, "name"),
    ],
)
def test_what_is_missing_or_unknown_is_named(press: Actor, more: dict[str, list[str]], field: str) -> None:
    assert refused(press, WatchDraft(**({"name": "daftar"} | more))).field == field  # type: ignore[arg-type]


def test_another_office_neither_reads_nor_changes_a_list(press: Actor, elsewhere: Actor) -> None:
    row = watch(press, "netralitas")
    bring_in(press, 0)
    with pytest.raises(NotFound):
        selectors.watch_list(elsewhere, row.pk)
    with pytest.raises(NotFound):
        selectors.hit(elsewhere, WatchHit.objects.get().pk)
    draft = WatchDraft(name="daftar", words=["netralitas"])
    with pytest.raises(Forbidden):
        change_watch_list(watch_list=row, draft=draft, actor=elsewhere)
    with pytest.raises(Forbidden):
        stop_watch_list(watch_list=row, actor=elsewhere)
    with pytest.raises(Forbidden):
        see_hit(hit=WatchHit.objects.get(), actor=elsewhere)


def test_the_neutrality_team_reads_lists_and_writes_none(press: Actor, team: Actor) -> None:
    row = watch(press, "netralitas")
    assert selectors.watch_list(team, row.pk) == row
    with pytest.raises(Forbidden):
        watch(team, "netralitas")


def test_the_list_of_one_office_is_not_compared_with_articles_of_another(press: Actor, elsewhere: Actor) -> None:
    watch(press, "netralitas")
    bring_in(elsewhere, 0)
    assert not WatchHit.objects.exists()
