"""Law as pages show it: citations, ladders and paths made from norms of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.core.clock.citing import WHOLE, citation_words
from sinetra.core.law.instruments import Instrument, InstrumentStatus
from sinetra.core.law.words import SanctionClass
from sinetra.web import law_words, parts
from sinetra.web.format import number_text

if TYPE_CHECKING:
    from sinetra.core.law.decision import Cited, Decision
    from sinetra.core.law.model import Citation, Norm, Route, Sanction

# The rungs that stand on the ladder of a track even when no norm names them; other classes appear only when named.
RUNGS: Mapping[str, tuple[str, ...]] = {
    "ethics": ("moral_closed", "moral_open"),
    "discipline": ("discipline_light", "discipline_medium", "discipline_heavy", "dismissal_dishonourable"),
    "criminal": ("criminal",),
    "election_administration": ("administrative", "candidacy_cancelled"),
    "other_law": (),
}

# At most so many are left out of a list that would else name nearly everybody.
_FEW = 3


def language() -> str:
    """``id`` or ``en``."""
    return (get_language() or "id")[:2]


def in_words(text: Any) -> str:
    """A text of the catalogue in the language of the page."""
    return "" if text is None else str(getattr(text, language()))


def capital(text: str) -> str:
    """The text with a capital letter at its beginning; the rest stays, unlike with ``str.capitalize``."""
    return text[:1].upper() + text[1:]


def printed(text: str) -> str:
    """A citation as it is printed in the catalogue, its words in the language of the page."""
    return citation_words(text, language())


def cite(instruments: Mapping[str, Instrument], instrument: str, article: str) -> str:
    """The instrument with its article in the language of the page; one that begins with a digit gets its word."""
    found = instruments.get(instrument)
    name = found.cited_as if found else instrument
    if article == WHOLE:
        return name
    place = citation_words(article, language())
    if place[:1].isdigit():
        return _("%(instrument)s Pasal %(article)s") % {"instrument": name, "article": place}
    return f"{name} {place}"


def citation(instruments: Mapping[str, Instrument], item: Citation, day: date) -> parts.Citation:
    """A citation as it stands on ``day``: an instrument that is no longer in force is marked."""
    found = instruments.get(item.instrument)
    status = found.status_on(day) if found else InstrumentStatus.UNKNOWN
    return parts.Citation(
        text=cite(instruments, item.instrument, item.article),
        confidence=str(item.confidence),
        in_force=None if status is InstrumentStatus.UNKNOWN else status is InstrumentStatus.IN_FORCE,
    )


def citations(instruments: Mapping[str, Instrument], items: Iterable[Citation], day: date) -> list[parts.Citation]:
    """The citations to name for an act on ``day``."""
    return [citation(instruments, item, day) for item in items if item.period.holds(day)]


def cited(instruments: Mapping[str, Instrument], items: Iterable[Cited]) -> list[parts.Citation]:
    """What a decision cites, as it stands on the day of the act."""
    return [
        parts.Citation(
            text=cite(instruments, item.instrument, item.article),
            confidence=item.confidence.value,
            in_force=item.in_force,
        )
        for item in items
    ]


def stage_in_words(decision: Decision) -> str:
    """The stage of the election as a sentence; empty when the answer does not hang on one."""
    if decision.stage is None:
        return ""
    return _("Tahapan: %(stage)s.") % {"stage": law_words.word(law_words.STAGES, decision.stage.code)}


def path(routes: Iterable[Route], day: date) -> str:
    """``Bawaslu → BKN → PPK (kepegawaian)``: who receives, passes on, decides; empty when nobody is named."""
    for route in routes:
        if route.period.holds(day):
            return path_of(route.receives, route.forwards_to, route.decides)
    return ""


def path_of(*bodies: object) -> str:
    steps: list[str] = []
    for body in bodies:
        step = law_words.word(law_words.BODIES, body)
        if body and step not in steps:
            steps.append(step)
    return " → ".join(steps)


def ladder(
    track: str, classes: Iterable[str], notes: Iterable[str] = (), path: str = "", title: str = ""
) -> parts.Ladder:
    """The ladder of a track with the rungs that ``classes`` names marked. No sanction is no rung; its note stays."""
    named = set(classes) - {"none"}
    standing = RUNGS.get(track, ())
    others = [code for code in law_words.SANCTIONS if code in named and code not in standing]
    # What only a contract says is no step above a dismissal: it stands below the ladder.
    aside = [code for code in others if code == SanctionClass.EMPLOYER_RULE]
    order = [*aside, *standing, *(code for code in others if code not in aside)]
    rungs = [parts.Rung(text=law_words.word(law_words.SANCTIONS, code), marked=code in named) for code in order]
    return parts.Ladder(
        track=title or law_words.word(law_words.TRACKS, track), rungs=rungs, notes=list(notes), path=path
    )


def sanction_notes(items: Iterable[Sanction], *, for_one: bool = False) -> list[str]:
    """Options, ranges and doubts of sanctions in words, with the subjects they are for unless ``for_one`` subject."""
    found: list[str] = []
    for item in items:
        rung = law_words.word(law_words.SANCTIONS, item.sanction_class).lower()
        # An option that only repeats its rung says nothing new.
        options = "; ".join(text for option in item.options if not rung.startswith((text := in_words(option)).lower()))
        if options and item.statuses and not for_one:
            found.append(f"{subjects(item.statuses)}: {options}.")
        elif options:
            found.append(f"{capital(options)}.")
        found += ranges(item.prison_months, item.fine_idr)
        if item.note is not None:
            found.append(in_words(item.note))
    return list(dict.fromkeys(found))


def subjects(statuses: Iterable[object]) -> str:
    """The statuses in the order of the vocabulary, in words; where nearly all are named, those that are not."""
    named = {str(status) for status in statuses}
    left = [str(text) for code, text in law_words.STATUSES.items() if code not in named]
    if 0 < len(left) <= _FEW and named:
        return _("semua orang selain %(others)s") % {"others": ", ".join(left)}
    return ", ".join(str(text) for code, text in law_words.STATUSES.items() if code in named)


def ranges(prison_months: Sequence[int] | None, fine_idr: Sequence[int] | None) -> list[str]:
    """Length and fine, [least, most], as sentences. A least of nothing is left out: the law names only the most."""
    found = []
    if prison_months:
        low, high = (number_text(value, language()) for value in prison_months)
        text = (
            _("Lamanya %(low)s sampai %(high)s bulan.")
            if prison_months[0]
            else _("Lamanya paling banyak %(high)s bulan.")
        )
        found.append(text % {"low": low, "high": high})
    if fine_idr:
        low, high = (number_text(value, language()) for value in fine_idr)
        text = _("Denda Rp%(low)s sampai Rp%(high)s.") if fine_idr[0] else _("Denda paling banyak Rp%(high)s.")
        found.append(text % {"low": low, "high": high})
    return found


def norm_ladder(norm: Norm, sanctions: Sequence[Sanction], day: date) -> parts.Ladder | None:
    """The ladder of one norm with those of its sanctions; None without any (a permission)."""
    if not sanctions:
        return None
    classes = [str(item.sanction_class) for item in sanctions]
    return ladder(str(norm.track), classes, sanction_notes(sanctions), path(norm.routes, day))
