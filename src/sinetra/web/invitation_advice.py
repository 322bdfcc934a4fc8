"""Who has advised about an invitation as pages and proof show it: what, by when, how it came, and whether late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import clock
from sinetra.apps.invitations.deadlines import counted, is_before_event
from sinetra.apps.invitations.selectors import ConsultationView
from sinetra.apps.invitations.vocabulary import RULE, Adviser, Source
from sinetra.ports.clock import zone_of
from sinetra.web import law_view, law_words
from sinetra.web.advice_view import norm_reasons
from sinetra.web.format import day_text, moment_text
from sinetra.web.invitation_words import SENTIMENTS, SOURCES, STANCES
from sinetra.web.parts import Clock, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceCard:
    """``clock`` until it came, and ``carried`` where somebody has to take the question there; then ``came``: when, how,
    and whether late."""

    who: str
    stance: str
    sentiment: str
    text: str
    reasons: Sequence[Reason]
    clock: Clock | None
    carried: str
    came: str
    is_late: bool


def adviser_name(view: ConsultationView) -> str:
    row = view.row
    if row.adviser == Adviser.TEAM:
        return _("Tim Netralitas, %(office)s") % {"office": row.organisation.name}
    return row.counterpart_name if row.invitation_id else row.organisation.name


def advice_card(view: ConsultationView, today: date) -> AdviceCard:
    advice = view.advice
    return AdviceCard(
        who=adviser_name(view),
        stance=law_words.word(STANCES, advice.stance) if advice else "",
        sentiment=SENTIMENTS[advice.stance] if advice else "attention",
        text=advice.text if advice else "",
        reasons=norm_reasons(advice.norms, advice.law_date) if advice else [],
        clock=None if advice else due_clock(view, today),
        carried=carried(view),
        came=came(view) if advice else "",
        is_late=view.is_late,
    )


def due_clock(view: ConsultationView, today: date) -> Clock:
    row = view.row
    return Clock(
        label=_("Nasihat paling lambat"),
        due=row.due_on,
        today=today,
        explanation=explain(view),
        source=law_view.in_words(clock().rules.on(RULE, row.asked_on).note),
        confidence=clock().rules.on(RULE, row.asked_on).confidence.value,
        done=row.advised_on is not None,
    )


def explain(view: ConsultationView) -> list[str]:
    """How the last day in time was found."""
    row = view.row
    language = law_view.language()
    deadline = counted(row)
    lines = list(deadline.explain(_, language))
    if row.due_on != deadline.due and not is_before_event(row):
        # The calendar has changed since.
        lines.append(_("Yang dijanjikan saat dicatat: %(due)s.") % {"due": day_text(row.due_on, language)})
    elif row.due_on < deadline.due:
        lines.append(
            _("Acaranya %(event)s, jadi nasihat paling lambat %(due)s.")
            % {"event": day_text(row.event_on, language), "due": day_text(row.due_on, language)}
        )
    return lines


def carried(view: ConsultationView) -> str:
    """Who takes the question to a Bawaslu that lives elsewhere, and since when it is on its way; else empty."""
    row = view.row
    if view.advice is not None or view.answers_here:
        return ""
    if row.taken_on is None:
        return _("Dibawa Tim Netralitas kepada %(to)s. Paketnya belum diambil untuk dibawa.") % {
            "to": row.counterpart_name
        }
    return _("Dibawa Tim Netralitas kepada %(to)s. Paketnya diambil %(day)s.") % {
        "to": row.counterpart_name,
        "day": day_text(row.taken_on, law_view.language()),
    }


def came(view: ConsultationView) -> str:
    """When an advice came and how; empty before. When it was given elsewhere is the word of whoever gave it."""
    row, advice = view.row, view.advice
    if advice is None or row.arrived_on is None or row.arrived_at is None:
        return ""
    language = law_view.language()
    zone = zone_of(row.organisation.region_id)
    when = moment_text(row.arrived_at, row.arrived_on, zone, language)
    text = f"{when}, {law_words.word(SOURCES, row.source)}."
    if row.source == Source.LETTER and advice.letter_on is not None:
        text += " " + _("Nomor surat %(number)s, tanggal %(day)s.") % {
            "number": advice.letter,
            "day": day_text(advice.letter_on, language, weekday=False),
        }
    if row.advised_on is not None and row.advised_on < row.arrived_on:
        text += " " + _("Menurut pengirimnya diberikan %(day)s.") % {"day": day_text(row.advised_on, language)}
    if view.came_after:
        text += " " + _("Datang sesudah keputusan.")
    if view.is_late:
        text += " " + _("Tenggatnya %(due)s, jadi terlambat.") % {"due": day_text(row.due_on, language)}
    return text
