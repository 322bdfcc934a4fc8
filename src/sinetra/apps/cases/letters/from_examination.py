"""What a new letter of a receiver says before anybody has written in it: what was recorded of the examination, and what
its earlier letters say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sinetra.apps.cases.examinations.answers import reply_now, sender_of
from sinetra.apps.cases.examinations.open_places import passed_on
from sinetra.apps.cases.examinations.team import members, name_of
from sinetra.apps.cases.letters.kept import draft_of
from sinetra.apps.cases.letters.of_examination import team_lines
from sinetra.apps.cases.models import Examination, IssuedDocument, Matter
from sinetra.apps.cases.parcels import content_of
from sinetra.apps.cases.steps import FOLLOW_UP_ANSWERS
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.penalties import TeamRole
from sinetra.core.documents import indonesian

Entries = Mapping[str, str]
_SUMMONSES = ("exam_summons", "exam_summons_again")


def examination_entries(row: Examination, kind: str) -> Entries:
    """Without what is not known."""
    found = _FROM[kind](row) if kind in _FROM else {}
    return {name: text for name, text in found.items() if text}


def received_entries(matter: Matter, kind: str) -> Entries:
    """Of a letter about the matter as a whole."""
    if kind == "passing_on":
        sent = passed_on(matter).order_by("-sent_at", "-id").first()
        return {"addressee": sent.counterpart_name, "summary": content_of(sent)["summary"]} if sent is not None else {}
    reply, sender = reply_now(matter), sender_of(matter)
    if kind != "sender_answer" or reply is None or sender is None:
        return {}
    number = reply.letter and reply.decided_on
    return {
        "addressee": sender.counterpart_name,
        "answer": f"Tindak lanjut: {FOLLOW_UP_ANSWERS[reply.answer]}.",
        "decided": f"{reply.letter}, {indonesian.day(reply.decided_on)}" if number and reply.decided_on else "",
    }


def last_letter(row: Examination, *kinds: str) -> IssuedDocument | None:
    """The last one that counts."""
    rows = IssuedDocument.objects.filter(examination=row, kind__in=kinds, state=LetterState.ISSUED)
    return rows.order_by("-issued_at", "-id").first()


def _summons(row: Examination) -> Entries:
    superior = members(row).filter(role=TeamRole.SUPERIOR).last()
    return {"examiner": name_of(superior) if superior is not None else ""}


def _summons_again(row: Examination) -> Entries:
    return {
        **_of_letter(row, ("held_at", "venue", "examiner", "contact"), "exam_summons"),
        "missed_on": _day(_step(row, "note_absence")[0]),
        "first_letter": _step(row, "summon", "summon_anew")[1],
    }


def _minutes(row: Examination) -> Entries:
    invited = _of_letter(row, ("held_on", "held_at", "venue", "examiner"), *_SUMMONSES)
    return {
        "held_on": _day(row.examined_on) or invited.get("held_on", ""),
        "hours": invited.get("held_at", ""),
        "venue": invited.get("venue", ""),
        "examiners": "\n".join(team_lines(row)) or invited.get("examiner", ""),
        "statement": _step(row, "examine")[2],
    }


def _report(row: Examination) -> Entries:
    return {"findings": _step(row, "examine")[2]}


def _decision(row: Examination) -> Entries:
    """What the report said was proven; which penalty, and who decides, a person chooses."""
    return _of_letter(row, ("breach", "weighing"), "exam_report")


_FROM: Mapping[str, Callable[[Examination], Entries]] = {
    "exam_summons": _summons,
    "exam_summons_again": _summons_again,
    "exam_team": lambda row: {"members": "\n".join(team_lines(row))},
    "exam_minutes": _minutes,
    "exam_release": lambda row: {"from_on": _day(row.examined_on)},
    "exam_report": _report,
    "exam_decision": _decision,
    "exam_sanction": _decision,
    "exam_delivery": lambda row: {"delivered_on": _day(row.delivered_on)},
    "exam_objection": lambda row: {"filed_on": _day(row.remedy_filed_on)},
}


def _of_letter(row: Examination, names: tuple[str, ...], *kinds: str) -> dict[str, str]:
    letter = last_letter(row, *kinds)
    entries = draft_of(letter).entries if letter is not None else {}
    return {name: entries[name] for name in names if name in entries}


def _step(row: Examination, *names: str) -> tuple[date | None, str, str]:
    """Day, letter and note of the last such step."""
    step = row.steps.filter(name__in=names).order_by("-at", "-id").first()
    if step is None:
        return None, "", ""
    note = str(open_value(step.note_sealed, step.pk, "note")) if step.note_sealed is not None else ""
    return step.on, step.letter, note


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
