"""Articles of a folder into the press register, as the press officer of the demo would bring them in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.monitoring.actions.create_watch_list import create_watch_list
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.actions.quote_fact import quote_fact
from sinetra.apps.monitoring.models import Article, Story, WatchList
from sinetra.apps.monitoring.watch_draft import WatchDraft
from sinetra.apps.prevention.actions.store_programme import ProgrammeDraft, store_programme
from sinetra.apps.prevention.models import Programme
from sinetra.apps.prevention.policies.roles import ORGANISERS
from sinetra.core import yamlfile
from sinetra.core.press import ACCEPTED
from sinetra.ports.clock import legal_clock

WATCHED = "Sanksi dan media sosial"
PROGRAMME = "Sosialisasi netralitas Pilkada 2024, menurut berita"


def press_officer() -> Actor:
    """The first person of the demo who may bring articles in."""
    grant = RoleGrant.objects.filter(role=Role.PRESS_OFFICER).select_related("user").order_by("id")[0]
    return actor_of(grant.user, legal_clock().today())


def load_articles(folder: Path, *, is_sample: bool) -> None:
    """Reads every article file of ``folder``. The sample events are completed by hand where the reader missed something
    (``quoted.yaml`` beside the folder), confirmed, and stand in a programme of their own."""
    captures = [
        Capture(name=path.name, data=path.read_bytes())
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name.lower().endswith(ACCEPTED)
    ]
    actor = press_officer()
    if is_sample:
        sample_watch_list(actor)
    ingested = ingest_articles(captures=captures, actor=actor, is_sample=is_sample)
    if is_sample:
        _quote(folder.parent / "quoted.yaml", ingested.articles, actor)
        stories = Story.objects.filter(articles__in=ingested.articles, state=Story.State.PROPOSED).distinct()
        for story in stories.order_by("id"):
            confirm_story(story=story, actor=actor, programme=press_programme(actor))


def sample_watch_list(actor: Actor) -> WatchList:
    """What the press officer of the demo watches for: acts and events, nobody's name."""
    known = WatchList.objects.filter(organisation_id=actor.office, name=WATCHED).first()
    if known is not None:
        return known
    words = ("sanksi", "media sosial", "surat edaran", "politik uang")
    draft = WatchDraft(name=WATCHED, words=words, offices=("Bawaslu", "BKPSDM"))
    return create_watch_list(draft=draft, actor=actor)


def _quote(path: Path, articles: Sequence[Article], actor: Actor) -> None:
    by_source = {article.source: article for article in articles}
    for item in yamlfile.read(path)["quoted"]:
        article = by_source.get(item["article"])
        if article is None or article.story_id is None:
            continue
        quote_fact(
            story=Story.objects.get(pk=article.story_id),
            article=article,
            field=item["field"],
            words=item["words"],
            value=item.get("value", ""),
            actor=actor,
        )


def press_programme(actor: Actor) -> Programme:
    """What the articles tell of the election of 2024, as one programme of the office that reads them."""
    known = Programme.objects.filter(organisation_id=actor.office, title=PROGRAMME).first()
    if known is not None:
        return known
    grants = RoleGrant.objects.filter(role__in=ORGANISERS, user__organisation_id=actor.office).select_related("user")
    organiser = actor_of(grants.order_by("id")[0].user, legal_clock().today())
    draft = ProgrammeDraft(
        title=PROGRAMME,
        election="pilkada_2024",
        starts_on=date(2024, 9, 22),
        ends_on=date(2024, 11, 27),
        aim="Kegiatan lima artikel contoh. Dikenal dari berita saja, sampai penyelenggaranya mengonfirmasi.",
    )
    return store_programme(draft=draft, actor=organiser)
