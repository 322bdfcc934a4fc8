"""What can be written now, as a page shows it: about whom, where to write it, and on which form it rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sinetra.apps.cases.letters.compose import form_note
from sinetra.apps.cases.letters.facts import shown_people
from sinetra.apps.cases.letters.offered import Offer, offers
from sinetra.apps.cases.models import Examination, Matter
from sinetra.core.casework.letters import LetterKind
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.words import form_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``about`` is empty for a letter about the matter, and where only one person is reported."""

    offer: Offer
    title: str
    about: str
    help: str
    form: str
    url: str


def lines_of(matter: Matter) -> list[Line]:
    people = shown_people(matter)
    return [_line(offer, matter, people) for offer in offers(matter)]


def write_url(matter_id: UUID, kind: LetterKind, examination: Examination | None = None) -> str:
    address = reverse("write_letter", args=[matter_id, kind.id])
    return address if examination is None else f"{address}?{urlencode({'pemeriksaan': examination.pk})}"


def about(examination: Examination | None, people: Sequence[str]) -> str:
    return people[examination.place] if examination is not None and len(people) > 1 else ""


def _line(offer: Offer, matter: Matter, people: Sequence[str]) -> Line:
    return Line(
        offer=offer,
        title=said(offer.kind.title),
        about=about(offer.examination, people),
        help=said(offer.kind.help),
        form=form_words(form_note(offer.kind, matter, offer.examination)),
        url=write_url(matter.pk, offer.kind, offer.examination),
    )
