"""What a person writes into a watch list, checked term by term; a person's name or account is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.catalogue import lexicon
from sinetra.apps.monitoring.event_words import EVENT_TYPES
from sinetra.apps.monitoring.models import Article, WatchList
from sinetra.apps.registry.models import ElectionPair, Organisation, Person, Region, Unit
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.press.page import fold
from sinetra.core.press.watch_guard import Refusal, name_words, refusal

MOST_TERMS = 50
MOST_REGIONS = 20
MOST_RUNNING = 50
# The newest articles are looked through, so that the answer stays quick; of those that hold the word, so many persons.
_RECENT = 10_000
_ARTICLES = 500
_PERSONS = 200

REASONS = {
    Refusal.SIZE: gettext_noop("“%(term)s”: tulis 3 sampai 80 tanda, dengan huruf."),
    Refusal.ACCOUNT: gettext_noop(
        "“%(term)s” menunjuk akun atau alamat. Akun orang tidak dipantau. "
        "Yang diterima: kata tentang perbuatan, kantor, atau acara."
    ),
    Refusal.NUMBER: gettext_noop(
        "“%(term)s” memuat nomor panjang, seperti NIP, NIK, atau telepon. Nomor orang tidak dipantau. "
        "Yang diterima: kata tentang perbuatan, kantor, atau acara."
    ),
    Refusal.PERSON: gettext_noop(
        "“%(term)s” adalah nama orang atau bagiannya. Orang tidak dipantau. "
        "Yang diterima: kata tentang perbuatan, kantor, atau acara."
    ),
    Refusal.SHAPE: gettext_noop(
        "“%(term)s” berbentuk nama orang. Orang tidak dipantau. "
        "Yang diterima: kata tentang perbuatan, kantor, atau acara. Bila ini bukan nama, tulis dengan huruf kecil."
    ),
}
_NO_OFFICE = gettext_noop(
    "“%(term)s” bukan kantor yang dikenal. Mulailah dengan, misalnya, Dinas, Badan, atau Kecamatan."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchDraft:
    """``regions`` are codes, ``event_types`` those of contract 4."""

    name: str
    words: Sequence[str] = ()
    offices: Sequence[str] = ()
    event_types: Sequence[str] = ()
    regions: Sequence[str] = ()


def checked(draft: WatchDraft, actor: Actor) -> dict[str, Any]:
    """The columns of the list. Errors: ``BadInput`` naming the field and the term that is not accepted."""
    name = " ".join(draft.name.split())
    if not name or len(name) > 80:
        raise BadInput(gettext_noop("Beri nama, paling banyak 80 huruf."), field="name")
    _accept(name, "name", actor)
    words, offices = _distinct(draft.words), _distinct(draft.offices)
    for field, terms in (("words", words), ("offices", offices)):
        if len(terms) > MOST_TERMS:
            raise BadInput(gettext_noop("Paling banyak %(most)s baris."), field=field, most=MOST_TERMS)
        for term in terms:
            _accept(term, field, actor)
    for term in offices:
        _is_office(term, actor)
    types = _distinct(draft.event_types)
    if not set(types) <= set(EVENT_TYPES):
        raise BadInput(gettext_noop("Pilih jenis peristiwa dari daftar."), field="event_types", accepted=EVENT_TYPES)
    regions = _regions(_distinct(draft.regions))
    if not (words or offices or types or regions):
        raise BadInput(gettext_noop("Isi sedikitnya satu: kata, kantor, jenis peristiwa, atau daerah."), field="words")
    return {"name": name, "words": words, "offices": offices, "event_types": types, "regions": regions}


def _distinct(terms: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for term in terms:
        if clean := " ".join(term.split()):
            found.setdefault(fold(clean), clean)
    return list(found.values())


def _accept(term: str, field: str, actor: Actor) -> None:
    words = lexicon()
    # A term that is too long names nobody; it is refused before anything is asked about it.
    places = _places(term, actor) if len(term) <= 80 else ()
    persons = _persons(name_words(term, words, places=places), actor) if len(term) <= 80 else ()
    if why := refusal(term, words, persons=persons, places=places):
        raise BadInput(REASONS[why], field=field, term=term[:80])


def _places(term: str, actor: Actor) -> tuple[str, ...]:
    """Names of regions and units that are a run of words of the term."""
    said = fold(term).split()
    runs = {" ".join(said[first:last]) for first in range(len(said)) for last in range(first + 1, len(said) + 1)}
    regions = Region.objects.filter(search_name__in=runs).values_list("search_name", flat=True)
    units = (unit for unit in _units(term, actor) if fold(unit) in runs)
    return (*regions, *units)


def _units(term: str, actor: Actor) -> tuple[str, ...]:
    """Units and institutions whose name stands as the term; case does not count."""
    units = Unit.objects.filter(organisation_id=actor.office, name__iexact=term).values_list("name", flat=True)[:1]
    named = Q(name__iexact=term) | Q(short_name__iexact=term)
    return (*units, *([term] if Organisation.objects.filter(named).exists() else ()))


def _persons(words: Sequence[str], actor: Actor) -> tuple[str, ...]:
    """Names that share a word with the term: of the register of the office, of pairs, of persons in stored articles.

    Asked without the actor's view: the refusal is the same wherever the name stands, and shows no row.
    """
    found: list[str] = []
    recent = Article.objects.filter(organisation_id=actor.office).order_by("-id").values("pk")[:_RECENT]
    for word in words[:8]:
        if len(word) < 3:
            continue
        people = Person.objects.filter(organisation_id=actor.office, name__icontains=word)
        found += people.values_list("name", flat=True)[:_PERSONS]
        pairs = ElectionPair.objects.filter(Q(head_name__icontains=word) | Q(deputy_name__icontains=word))
        for pair in pairs.values_list("head_name", "deputy_name")[:_PERSONS]:
            found += filter(None, pair)
        told = Article.objects.filter(pk__in=recent, text__icontains=word).order_by("-id")
        for persons in told.values_list("facts__persons", flat=True)[:_ARTICLES]:
            found += (item["name"] for item in persons or () if item.get("name"))
    return tuple(dict.fromkeys(found))


def _is_office(term: str, actor: Actor) -> None:
    words = lexicon()
    heads = words.words("offices", "org_heads") | words.words("offices", "heads") | words.words("watch", "named_bodies")
    low = f"{fold(term)} "
    if not any(low.startswith(f"{head} ") for head in heads) and not _units(term, actor):
        raise BadInput(_NO_OFFICE, field="offices", term=term)


def _regions(codes: Sequence[str]) -> list[str]:
    if len(codes) > MOST_REGIONS:
        raise BadInput(gettext_noop("Paling banyak %(most)s baris."), field="regions", most=MOST_REGIONS)
    known = set(Region.objects.filter(pk__in=codes).values_list("pk", flat=True))
    for code in codes:
        if code not in known:
            message = gettext_noop("Daerah %(region)s tidak dikenal. Tulis kodenya, misalnya 63.72.")
            raise BadInput(message, field="regions", region=code[:20])
    return list(codes)


def running(actor: Actor) -> list[WatchList]:
    """The lists that new articles of the office are compared with."""
    rows = WatchList.objects.filter(organisation_id=actor.office, stopped_at__isnull=True)
    return list(rows.order_by("id")[:MOST_RUNNING])
