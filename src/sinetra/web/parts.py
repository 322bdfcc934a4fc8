"""What the parts of a page take (templates/parts/). Views and selectors make these; templates only print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

# A sentiment is info, good, attention, stop or plain. It never stands without a word and an icon.
SENTIMENT_ICONS = {"info": "info", "good": "yes", "attention": "attention", "stop": "no", "plain": "ring"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One line of the error summary. ``field``: the id of the control it leads to, empty for the whole form."""

    field: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A due date. ``explanation``: the steps of its computation. ``done``: the step was taken in time. ``url``: where
    anybody counts it again."""

    label: str
    due: date
    today: date
    explanation: Sequence[str] = ()
    due_at: datetime | None = None
    zone: str = "WIB"
    source: str = ""
    confidence: str = ""
    done: bool = False
    url: str = ""

    @property
    def days_left(self) -> int:
        return (self.due - self.today).days

    @property
    def sentiment(self) -> str:
        if self.done:
            return "good"
        if self.days_left < 0:
            return "stop"
        return "attention" if self.days_left <= 1 else "info"

    @property
    def words(self) -> str:
        left = self.days_left
        if self.done:
            return _("selesai")
        if left < 0:
            return _("lewat 1 hari") if left == -1 else _("lewat %(days)s hari") % {"days": -left}
        if left == 0:
            return _("hari ini")
        if left == 1:
            return _("besok")
        return _("%(days)s hari lagi") % {"days": left}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of a timeline. ``state`` is done, now or coming; ``at`` a date or an aware instant."""

    title: str
    state: str = "done"
    at: date | datetime | None = None
    zone: str = "WIB"
    text: str = ""
    by: str = ""
    url: str = ""
    clock: Clock | None = None

    @property
    def icon(self) -> str:
        return {"done": "yes", "now": "dot"}.get(self.state, "ring")

    @property
    def has_time(self) -> bool:
        return isinstance(self.at, datetime)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedNote:
    """What the sender recorded of an answer. ``word``: what became of it. ``reason``: why it was rejected."""

    text: str
    sentiment: str
    word: str
    reason: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One leg of the trail between institutions. It counts when ``acknowledged_at`` is there.

    ``recorded_on``: the day of the proof by which the sender recorded the answer; the other side has not said it.
    ``notes``: what was recorded, and what became of it. ``links``: what may be done.
    """

    sender: str
    receiver: str
    sent_at: datetime
    acknowledged_at: datetime | None = None
    returned_at: datetime | None = None
    recorded_on: date | None = None
    zone: str = "WIB"
    about: str = ""
    url: str = ""
    clock: Clock | None = None
    notes: Sequence[RecordedNote] = ()
    links: Sequence[Link] = ()

    @property
    def sentiment(self) -> str:
        if not self.acknowledged_at:
            return "attention"
        return "info" if self.recorded_on else "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One line of a key-value list. ``value`` may be marked-safe HTML, a text, or a ``Clock``."""

    term: str
    value: Any
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    text: str
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``sentiment`` makes a badge of the text; ``clock`` puts a clock chip in its place. ``pick``: the value of a box
    before the text, by which the row is chosen."""

    text: Any = ""
    url: str = ""
    sentiment: str = ""
    clock: Clock | None = None
    pick: str = ""
    picked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A keyset-paged list. The first cell of a row is its heading. ``newer``/``older``: addresses, filters included."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    newer: str = ""
    older: str = ""
    empty_title: str = ""
    empty_text: str = ""
    empty_link: Link | None = None

    @property
    def cells(self) -> list[list[tuple[Column, Cell]]]:
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of an article. ``kind`` is empty (plain), ``fact`` (with ``id`` and ``label``) or ``removed``."""

    text: str
    kind: str = ""
    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """What an evidence card shows: the sealed original by its digest, the cleaned copy by its picture. ``states``:
    sentiment and words."""

    name: str
    media_type: str
    octets: int
    sha256: str
    sealed_at: datetime
    zone: str = "WIB"
    picture_url: str = ""
    url: str = ""
    warnings: Sequence[str] = ()
    states: Sequence[tuple[str, str]] = ()
    is_picture: bool = False

    @property
    def icon(self) -> str:
        return "image" if self.is_picture else "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source of law. ``confidence`` is terverifikasi, pers or perlu-cek and is shown to every reader."""

    text: str
    confidence: str
    in_force: bool | None = True
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The sanctions of one track from light to heavy; ``marked`` rungs are those the law names here.

    ``path``: who receives, who decides. ``notes``: ranges, options, doubts.
    """

    track: str
    rungs: Sequence[Rung]
    path: str = ""
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Authorities read the law differently: both readings stand side by side."""

    topic: str
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: one rule in plain words with its citations. ``note`` says excepted, displaced or out of time."""

    text: str
    citations: Sequence[Citation] = ()
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One supposition that turns the answer. ``sentiment`` and ``verdict`` are those of that other answer."""

    text: str
    verdict: str
    sentiment: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to a person, sent by GET to ``action`` with ``hidden``. ``several``: more than one answer."""

    name: str
    text: str
    choices: Sequence[tuple[str, str]]
    action: str
    hidden: Sequence[tuple[str, str]] = ()
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer card. ``verdict`` in one or three words, ``summary`` one sentence; why and law come after.

    ``changes``: what would turn it. ``checked``: how far the law behind it was read. ``considered``: rules that were
    looked at and do not carry the answer.
    """

    sentiment: str
    verdict: str
    summary: str
    reasons: Sequence[Reason] = ()
    ladders: Sequence[Ladder] = ()
    conflicts: Sequence[Conflict] = ()
    unknown: Sequence[str] = ()
    exceptions: Sequence[Reason] = ()
    changes: Sequence[Change] = ()
    checked: str = ""
    considered: Sequence[Reason] = ()

    @property
    def icon(self) -> str:
        return {"good": "yes", "stop": "no", "info": "info"}.get(self.sentiment, "question")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number for the public. ``value`` None: withheld, because it is small or would give away one that is."""

    term: str
    value: int | None
    url: str = ""


def segments(
    text: str, facts: Sequence[tuple[int, int, str, str]], removed: Sequence[tuple[int, int]] = ()
) -> list[Segment]:
    """Cuts ``text`` at facts ``(start, end, id, label)`` and removed spans, in code points.

    A fact that overlaps an earlier one loses what is already taken, so that marks never nest.

    >>> [(s.text, s.kind) for s in segments("dari Banjar", [(5, 11, "place", "tempat")])]
    [('dari ', ''), ('Banjar', 'fact')]
    """
    spans = [(start, end, "fact", name, label) for start, end, name, label in facts]
    spans += [(start, end, "removed", "", "") for start, end in removed]
    found: list[Segment] = []
    at = 0
    for start, end, kind, name, label in sorted(spans):
        start = max(start, at)
        if end <= start:
            continue
        if start > at:
            found.append(Segment(text=text[at:start]))
        found.append(Segment(text=text[start:end], kind=kind, id=name, label=label))
        at = end
    if at < len(text):
        found.append(Segment(text=text[at:]))
    return found
