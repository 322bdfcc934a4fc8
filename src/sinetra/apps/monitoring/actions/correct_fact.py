"""A person accepts, corrects or rejects one fact of an article, adds a missed one, and takes any of it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.models import Article, Correction, Story
from sinetra.apps.monitoring.quoted_place import place_in
from sinetra.apps.monitoring.retold import retell
from sinetra.apps.monitoring.understood import ADDABLE, CORRECTABLE, understood
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.press.corrections import Verdict, items, same

MOST = 100
# What an event has of its articles; another correction changes nothing on it.
_OF_EVENT = frozenset(
    (
        *("event_date", "place", "event_type", "participants_count", "non_asn_sanctionable", "cases_so_far"),
        *("incumbent_running", "duration_days", "theme", "criminal_range_months", "persons"),
    )
)


def correct_fact(
    *,
    article: Article,
    field: str,
    verdict: Verdict,
    actor: Actor,
    reader: Mapping[str, Any] | None = None,
    words: str = "",
    value: str = "",
    reason: str = "",
) -> Correction:
    """``reader``: the fact as read, of ``core.press.corrections.items``; None adds one that was missed.

    ``words``: where the text says it (without them a correction stays at the reader's place). ``value``: their meaning.
    Errors: ``BadInput`` on ``field``, ``words``, ``value``; ``Conflict`` once the event is decided; ``Forbidden``.
    """
    policy.require(actor, "article.correct", article)
    reader = _read(article, field, verdict, reader)
    person = _person(article, field, verdict, reader, words, value)
    with unit_of_work(actor) as work:
        _still_open(article)
        held = list(article.corrections.filter(taken_back_at=None).order_by("id"))
        before = [row for row in held if row.field == field and _about(row, reader, person)]
        if len(held) - len(before) >= MOST:
            message = gettext_noop("Paling banyak %(accepted)s pembetulan untuk satu artikel.")
            raise BadInput(message, field="words", accepted=(str(MOST),))
        for row in before:
            _take_back(work, row)
        made = work.create(
            Correction(
                organisation_id=article.organisation_id,
                article=article,
                field=field,
                verdict=verdict,
                reader=reader,
                person=person,
                reason=reason.strip()[:500],
                by_id=actor.user_id,
                at=work.at,
            )
        )
        work.record("article.correct", made, data={"article": str(article.pk), "field": field, "verdict": verdict})
        _follow(work, article, field)
    return made


def take_back(*, correction: Correction, actor: Actor) -> Correction:
    """The reader's fact holds again; that somebody had corrected it stays on record. Errors: as above."""
    policy.require(actor, "article.correct", correction.article)
    with unit_of_work(actor) as work:
        _still_open(correction.article)
        if correction.taken_back_at is not None:
            raise Conflict(gettext_noop("Pembetulan ini sudah ditarik."))
        _take_back(work, correction)
        _follow(work, correction.article, correction.field)
    return correction


def _read(article: Article, field: str, verdict: Verdict, reader: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if verdict is Verdict.ADDED:
        _accepted(field, ADDABLE)
        return None
    if verdict is Verdict.CORRECTED:
        _accepted(field, CORRECTABLE)
    found = next((item for item in items(article.facts, field) if reader is not None and same(item, reader)), None)
    if found is None:
        raise BadInput(gettext_noop("Fakta ini tidak ada dalam bacaan artikel."), field="field")
    return found


def _accepted(field: str, accepted: tuple[str, ...]) -> None:
    if field not in accepted:
        raise BadInput(gettext_noop("Pilih salah satu: %(accepted)s"), field="field", accepted=accepted)


def _person(
    article: Article, field: str, verdict: Verdict, reader: Mapping[str, Any] | None, words: str, value: str
) -> dict[str, Any] | None:
    if verdict in {Verdict.ACCEPTED, Verdict.REJECTED}:
        return None
    if words.strip() or verdict is Verdict.ADDED:
        span: list[int] | None = list(place_in(article.text, words))
    else:
        span = list((reader or {}).get("span") or ()) or None
    if span is None:
        message = gettext_noop("Salin kata-katanya dari artikel, paling banyak 500 huruf.")
        raise BadInput(message, field="words")
    if verdict is Verdict.CORRECTED and not (words.strip() or value.strip()):
        raise BadInput(gettext_noop("Tulis bacaan yang benar, atau salin kata-katanya."), field="value")
    printed = article.text[span[0] : span[1]]
    return {**understood(field, value, printed, reader), "as_printed": printed, "span": span}


def _about(row: Correction, reader: Mapping[str, Any] | None, person: Mapping[str, Any] | None) -> bool:
    """The same fact of the reader, or the same words quoted by hand: the later word holds."""
    if reader is not None:
        return row.reader is not None and same(row.reader, reader)
    return row.reader is None and row.person is not None and person is not None and row.person["span"] == person["span"]


def _take_back(work: Work, row: Correction) -> None:
    work.change(row, taken_back_at=work.at)
    work.record("article.take_back_correction", row, data={"article": str(row.article_id), "field": row.field})


def _still_open(article: Article) -> None:
    if article.story is None:
        return
    state = Story.objects.filter(pk=article.story.pk).values_list("state", flat=True).first()
    if state not in {None, Story.State.PROPOSED}:
        raise Conflict(gettext_noop("Peristiwa ini sudah diputuskan."))


def _follow(work: Work, article: Article, field: str) -> None:
    if article.story is not None and field in _OF_EVENT:
        retell(work, article.story, because=f"correction:{field}")
