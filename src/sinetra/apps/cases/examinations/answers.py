"""What the receiver can tell the sender now, from where its examinations stand. It names nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.cases.models import Examination, FollowUpAnswer, HandOver, Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.vocabulary import DECIDED, Answer, Direction, HandOverState, Verdict
from sinetra.core.casework.examination import ENDS, Stage
from sinetra.core.errors import VerificationFailed, gettext_noop

#: A penalty that stands: carried out, or in the personnel system.
_STANDING = frozenset({Stage.EXECUTED, Stage.RECORDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """``decided_on`` and ``letter`` only with a decision."""

    answer: Answer
    decided_on: date | None = None
    letter: str = ""

    def to_data(self) -> dict[str, Any]:
        decided = self.decided_on.isoformat() if self.decided_on else None
        return {"answer": self.answer.value, "decided_on": decided, "letter": self.letter}

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Reply:
        """From a package. Errors: ``VerificationFailed`` with code ``package_content`` naming the field."""
        answer, letter = content.get("answer"), content.get("letter")
        if answer not in (Answer.EXAMINING, *DECIDED):
            raise _wrong("answer")
        if not isinstance(letter, str) or len(letter) > 120:
            raise _wrong("letter")
        try:
            day = content.get("decided_on")
            decided_on = None if day is None else date.fromisoformat(day)
        except (TypeError, ValueError):
            raise _wrong("decided_on") from None
        if answer in DECIDED and (decided_on is None or not letter):
            raise _wrong("decided_on" if decided_on is None else "letter")
        return cls(answer=Answer(answer), decided_on=decided_on, letter=letter)


def _wrong(field: str) -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Isi paket tidak dapat dipakai pada %(field)s."), code="package_content", field=field
    )


def reply_now(matter: Matter) -> Reply | None:
    """None when there is nothing to tell: nothing was begun here, and nobody further on has answered.

    Decided only when that holds for everybody reported: a penalty that stands, or not proven.
    """
    rows = list(Examination.objects.filter(matter=matter).order_by("place"))
    if not rows:
        heard = answer_of_the_next(matter)
        return None if heard is None else _reply(Answer(heard.answer), heard.decided_on, heard.letter)
    if len(rows) < len(reported_of(matter)) or any(Stage(row.stage) not in ENDS | _STANDING for row in rows):
        return Reply(answer=Answer.EXAMINING)
    standing = [row for row in rows if Stage(row.stage) in _STANDING]
    if standing:
        return _reply(Answer.SANCTIONED, standing[0].decided_on, standing[0].decision_number)
    if any(row.verdict == Verdict.PASSED_ON for row in rows):
        return Reply(answer=Answer.EXAMINING)
    return _reply(Answer.NOT_PROVEN, *_end_of(rows[0]))


def _reply(answer: Answer, decided_on: date | None, letter: str) -> Reply:
    return Reply(answer=answer, decided_on=decided_on, letter=letter)


def _end_of(row: Examination) -> tuple[date | None, str]:
    """The day and letter that cleared: of the decision itself, or of the one that annulled it."""
    if Stage(row.stage) is not Stage.ANNULLED:
        return row.decided_on, row.decision_number
    last = row.steps.filter(name="annul").order_by("-at", "-id").first()
    return row.remedy_decided_on, last.letter if last is not None else row.decision_number


def answer_of_the_next(matter: Matter) -> FollowUpAnswer | None:
    """The last one from the institution that the matter was passed on to."""
    rows = FollowUpAnswer.objects.filter(hand_over__matter=matter, direction=Direction.INCOMING)
    return rows.order_by("-at", "-id").first()


def last_sent(matter: Matter) -> FollowUpAnswer | None:
    rows = FollowUpAnswer.objects.filter(hand_over__matter=matter, direction=Direction.OUTGOING)
    return rows.order_by("-at", "-id").first()


def untold(matter: Matter) -> Reply | None:
    """What the sender does not know yet."""
    reply, sent = reply_now(matter), last_sent(matter)
    if reply is None or sender_of(matter) is None:
        return None
    told = sent is not None and (sent.answer, sent.decided_on, sent.letter) == (
        reply.answer,
        reply.decided_on,
        reply.letter,
    )
    return None if told else reply


def sender_of(matter: Matter) -> HandOver | None:
    """The hand-over by which the matter came here, once it was acknowledged."""
    rows = HandOver.objects.filter(matter=matter, direction=Direction.INCOMING, state=HandOverState.ACKNOWLEDGED)
    return rows.order_by("-received_at", "-id").first()
