"""The letters and forms of a matter as data: whom they address, what is filled in, what they say, who may issue them.

Their texts are Indonesian, as letters of an office are; titles and labels of fields are in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.casework.examination import Stage
from sinetra.core.casework.forms import Form, Forms
from sinetra.core.casework.states import State
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law.words import SubjectStatus


class Layout(StrEnum):
    LETTER = "letter"
    FORM = "form"


class Names(StrEnum):
    """Whose name a letter needs: nobody's, that of one reported person, those of all."""

    NONE = "none"
    ONE = "one"
    ALL = "all"


class AddressedTo(StrEnum):
    """``giver``: who gives a statement. ``person``: the reported person. ``addressee``: a field of that name."""

    NONE = "none"
    REPORTER = "reporter"
    GIVER = "giver"
    PERSON = "person"
    ADDRESSEE = "addressee"


class FieldType(StrEnum):
    """``lines``: a list, one item a line. ``text``: paragraphs."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"


class Fact(StrEnum):
    """What is known of the matter itself, so that nobody types it."""

    NUMBER = "number"
    FILED_ON = "filed_on"
    HAPPENED_ON = "happened_on"
    REGION = "region"
    ACTS = "acts"
    REPORTED = "reported"
    SENDER_NUMBER = "sender_number"
    STATUS = "status"
    POST = "post"
    TEAM = "team"
    MINUTES = "minutes"
    DECISION = "decision"
    RESULT = "result"
    REMEDY = "remedy"
    REMEDY_UNTIL = "remedy_until"
    EFFECT_FROM = "effect_from"
    ANSWER_DUE = "answer_due"


class ChoicesOf(StrEnum):
    """What the law lets be chosen for the person examined; the catalogue of letters cannot list it."""

    DISCIPLINE = "discipline"
    OTHER_SANCTIONS = "other_sanctions"
    OFFICIALS = "officials"


class Issuer(StrEnum):
    """``receiver``: of the institution that something was handed over to."""

    STAFF = "staff"
    COMMISSIONER = "commissioner"
    RECEIVER = "receiver"


#: Forms of an examination hold whatever the election was.
DISCIPLINE = "discipline"
#: What a text may have filled in besides the fields of its letter.
PLACES = ("office", "number", "filed_on", "opened_on", "state", "person")
#: Who gives a statement, where the answer decides whether a name is printed.
GIVER, GIVER_NAME, BY_REPORTER, BY_REPORTED = "giver", "giver_name", "reporter", "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """``of``: where the choices come from when the catalogue lists none."""

    name: str
    type: FieldType
    label: Bilingual
    required: bool
    choices: Mapping[str, Bilingual]
    of: ChoicesOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBlock:
    """A part of the text. ``pairs``: term to field. ``oaths``: the words for each choice of the field ``oath``.

    ``unchecked``: nobody has read these words in the official text; the letter says so. ``statuses``: of whom it
    speaks; empty: of anybody.
    """

    heading: str
    text: str
    field: str
    facts: tuple[Fact, ...]
    pairs: Mapping[str, str]
    oaths: Mapping[str, str]
    unchecked: bool
    statuses: tuple[SubjectStatus, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """``states`` and ``outcomes`` empty: any. ``kinds``: of matters; empty: any of a Bawaslu office.

    ``stages`` and ``statuses``: of the examination that it is about; without ``stages`` it is about none. ``step``: the
    verb by which the examination records it, with the day in the field ``told_on``, else that of the letter.
    ``signers``: who signs beside the office, on minutes.
    """

    id: str
    title: Bilingual
    help: Bilingual
    layout: Layout
    forms: Mapping[str, Form]
    kinds: tuple[str, ...]
    states: tuple[State, ...]
    outcomes: tuple[str, ...]
    stages: tuple[Stage, ...]
    statuses: tuple[SubjectStatus, ...]
    step: str
    told_on: str
    names: Names
    issuers: tuple[Issuer, ...]
    to: AddressedTo
    subject: str
    signers: tuple[str, ...]
    fields: tuple[LetterField, ...]
    body: tuple[LetterBlock, ...]

    def form(self, regime: str) -> Form | None:
        """None: the catalogue knows no form of this letter for the regime (or ``DISCIPLINE``), or no regime holds."""
        return self.forms.get(regime)


class Letters:
    def __init__(self, letters: Iterable[LetterKind], forms: Forms) -> None:
        self._by_id = {letter.id: letter for letter in letters}
        self.forms = forms

    def __iter__(self) -> Iterator[LetterKind]:
        return iter(self._by_id.values())

    def get(self, letter_id: str) -> LetterKind:
        """Errors: NotFound."""
        try:
            return self._by_id[letter_id]
        except KeyError:
            raise NotFound(gettext_noop("Surat %(value)s tidak ada di katalog"), value=letter_id) from None
