"""Reads the address of "Bolehkah saya…?". What cannot be used counts as not said; the page says so and asks again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from sinetra.apps.accounts.region_named import region_named
from sinetra.apps.registry.selectors import region_by_code
from sinetra.core.clock.places import check_region
from sinetra.core.clock.stages import Coverage
from sinetra.core.clock.timetables import Timetables
from sinetra.core.errors import BadInput, NotFound
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.web import field_words, law_words, parts
from sinetra.web.middleware.errors import in_words
from sinetra.web.public.may_i_asked import ACT, ASK, DAY, DETAILS, ELECTION, NOTHING, REGION, UNKNOWN, WHO, Asked

# Which question a form put: without an answer to it the page says so.
STEP = "langkah"
# Ids of the controls that an error leads to; those of IDS stand in the folded part.
FIRST_CHOICE = "jawab-1"
IDS = {DAY: "id_pada", REGION: "id_wilayah", ELECTION: "id_pemilihan"}


def read(query: QueryDict, today: date, timetables: Timetables) -> tuple[Asked, list[parts.Fault]]:
    """What the address says, and what in it cannot be used."""
    faults: list[parts.Fault] = []
    asked = Asked(
        act=_choice(query, ACT, law_words.ACTS, _("Perbuatan itu"), faults),
        who=_choice(query, WHO, {**law_words.STATUSES, UNKNOWN: ""}, _("Status itu"), faults),
        day=_day(query.get(DAY, ""), today, faults),
        today=today,
        election=_choice(query, ELECTION, {**dict.fromkeys(timetables.ids), UNKNOWN: ""}, _("Pemilihan itu"), faults),
        region=_region(query.get(REGION, "").strip(), faults),
        details=_details(query, faults),
        ask=query.get(ASK, "") if query.get(ASK, "") in DETAILS else "",
    )
    asked = _held(asked, timetables, faults)
    return _unanswered(query, asked, faults), faults


def _choice(query: QueryDict, name: str, known: Mapping[str, object], what: str, faults: list[parts.Fault]) -> str:
    value = query.get(name, "")
    if value and value not in known:
        message = _("%(what)s tidak dikenal. Pilih lagi.") % {"what": what}
        faults.append(parts.Fault(field=IDS.get(name, ""), message=message))
        return ""
    return value


def _day(text: str, today: date, faults: list[parts.Fault]) -> date | None:
    if text == UNKNOWN:
        return None
    try:
        return date.fromisoformat(text) if text else today
    except ValueError:
        message = _("Tanggal itu tidak ada. Tulis seperti 2024-11-22. Yang dipakai: tanggal hari ini.")
        faults.append(parts.Fault(field=IDS[DAY], message=message))
        return today


def _region(text: str, faults: list[parts.Fault]) -> str:
    """A code that the list has, or a name; of several regions with that name the error tells which."""
    if not text:
        return ""
    try:
        found = region_by_code(check_region(text)) if text[0].isdigit() else region_named(text, field=REGION)
        return found.code
    except (BadInput, NotFound) as error:
        faults.append(parts.Fault(field=IDS[REGION], message=in_words(error)))
        return ""


def _details(query: QueryDict, faults: list[parts.Fault]) -> dict[str, tuple[str, ...]]:
    found = {}
    for name in DETAILS:
        given, item = query.getlist(name), FIELDS[name]
        known = {*item.values, UNKNOWN, *((NOTHING,) if item.type is FieldType.LIST else ())}
        answers = tuple(value for value in given if value in known)
        if len(answers) < len(given):
            words = {"question": field_words.question(name)}
            message = _("Jawaban untuk “%(question)s” tidak dikenal. Pilih lagi.") % words
            faults.append(parts.Fault(field="", message=message))
        if answers:
            found[name] = answers if item.type is FieldType.LIST else answers[:1]
    return found


def _held(asked: Asked, timetables: Timetables, faults: list[parts.Fault]) -> Asked:
    """An election that is not held in the region decides nothing there; the day alone does."""
    if asked.election in {"", UNKNOWN} or not asked.region:
        return asked
    if timetables.get(asked.election).regions.coverage(asked.region) is not Coverage.NO:
        return asked
    message = _("Pemilihan itu tidak diadakan di wilayah ini. Pilih pemilihan atau wilayah lain.")
    faults.append(parts.Fault(field=IDS[ELECTION], message=message))
    return replace(asked, election="")


def _unanswered(query: QueryDict, asked: Asked, faults: list[parts.Fault]) -> Asked:
    """A form that came without an answer to its question gets the question again."""
    step = query.get(STEP, "")
    if step not in {WHO, ELECTION, *DETAILS} or query.get(step):
        return asked
    message = _("Pilih satu jawaban. Bila ragu, pilih “tidak tahu”.")
    faults.append(parts.Fault(field=FIRST_CHOICE, message=message))
    return replace(asked, ask=step) if step in DETAILS else asked
