"""The section on a matter's page: of each person what comes next, who does it, until when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations.catalogue import course, penalties, step_done
from sinetra.apps.cases.examinations.selectors import ExaminationView, PersonView, answers, persons
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.steps import FOLLOW_UP_ANSWERS
from sinetra.apps.cases.vocabulary import Answer, Direction
from sinetra.ports.clock import today
from sinetra.web.clocks import due_clock
from sinetra.web.format import day_text
from sinetra.web.law_view import in_words
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.parts import Event, Link, Pair
from sinetra.web.staff.examinations.verb_table import VERBS
from sinetra.web.staff.examinations.words import OFFICIALS, OWNERS, RESULTS, TEAM_ROLES, VERDICTS, basis, penalty_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person. ``acts``: links, with whether it is what comes next. ``stage`` empty: not begun."""

    key: int
    person: Mapping[str, Any]
    stage: str
    ended: bool
    ahead: list[Pair]
    acts: list[tuple[Link, bool]]
    facts: list[Pair]
    events: list[Event]


def answered(actor: Actor, matter: Matter) -> list[Pair]:
    """What was answered about the matter, each with the signed document."""
    return [
        Pair(
            term=_("Jawaban dikirim") if row.direction == Direction.OUTGOING else _("Jawaban diterima"),
            value=_(FOLLOW_UP_ANSWERS[Answer(row.answer)]),
            note=" ".join(filter(None, (row.letter, _day(row.at.date())))),
            url=reverse("follow_up_answer", args=[row.pk]),
        )
        for row in answers(actor, matter)
    ]


def cards(actor: Actor, matter: Matter) -> list[Card]:
    return [_card(matter, person) for person in persons(actor, matter)]


def _card(matter: Matter, person: PersonView) -> Card:
    view = person.examination
    return Card(
        key=person.place + 1,
        person=person.person,
        stage=in_words(course().names[view.stage]) if view else "",
        ended=view is not None and view.following is None,
        ahead=_ahead(matter, view) if view else [],
        acts=_acts(matter, view) if view else [],
        facts=_facts(view) if view else [],
        events=[
            Event(title=in_words(step_done(step.name)), at=step.on, text=step.note, by=step.letter)
            for step in (view.taken if view else ())
        ],
    )


def _ahead(matter: Matter, view: ExaminationView) -> list[Pair]:
    step = view.following
    if step is None:
        return [Pair(term=_("Berikutnya"), value=_("Jawab pengirim, lalu tutup perkara."))]
    found = [
        Pair(term=_("Berikutnya"), value=in_words(step.title)),
        Pair(term=_("Siapa"), value=OWNERS[step.owner]),
    ]
    if view.due is not None:
        found.append(Pair(term=_("Sampai kapan"), value=due_clock(view.due, today(matter.region_id))))
    why = basis(step.source, step.confidence.value)
    return [*found, Pair(term=_("Mengapa"), value=why, note=in_words(step.note))]


def _acts(matter: Matter, view: ExaminationView) -> list[tuple[Link, bool]]:
    return [
        (
            Link(
                text=str(VERBS[name].button),
                url=reverse("examination_verb", args=[matter.pk, view.row.pk, name]),
            ),
            place == 0,
        )
        for place, name in enumerate(view.verbs)
    ]


def _facts(view: ExaminationView) -> list[Pair]:
    row = view.row
    found = [
        Pair(term=_("Status dan jabatan saat itu"), value=f"{STATUSES[row.status]}, {POSITIONS[row.position]}"),
        _team(view),
    ]
    if row.verdict:
        number = _("nomor %(number)s, %(day)s") % {"number": row.decision_number, "day": _day(row.decided_on)}
        found.append(
            Pair(term=_("Keputusan"), value=VERDICTS[row.verdict], note=f"{OFFICIALS[row.official]}; {number}")
        )
    if view.penalty is not None:
        found.append(Pair(term=_("Hukuman"), value=penalty_words(view.penalty)))
    if row.delivered_on and view.remedy is not None:
        remedy = view.remedy
        why = f"{basis(remedy.source, remedy.confidence.value)}. {in_words(remedy.note)}"
        found.append(Pair(term=_("Terbuka bagi yang bersangkutan"), value=in_words(remedy.title), note=why))
    if row.remedy_result:
        found.append(Pair(term=_("Hasilnya"), value=RESULTS[row.remedy_result], note=_day(row.remedy_decided_on)))
    return found


def _team(view: ExaminationView) -> Pair:
    if not view.team:
        rule = penalties().team
        note = f"{in_words(rule.note)} ({basis(rule.source, rule.confidence.value)})"
        return Pair(term=_("Tim pemeriksa"), value=_("belum dibentuk"), note=note)
    names = "; ".join(f"{TEAM_ROLES[member.role]}: {member.name}" for member in view.team)
    return Pair(term=_("Tim pemeriksa"), value=names)


def _day(day: date | None) -> str:
    return day_text(day, get_language() or "id", weekday=False) if day else "–"
