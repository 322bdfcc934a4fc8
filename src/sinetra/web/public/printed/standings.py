"""How each act stands for one status on one day: the same question to the engine as *Bolehkah saya…?* puts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sinetra.core.documents.notice import Mark
from sinetra.core.law.decide import decide
from sinetra.core.law.decision import Decision, Finding
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Status
from sinetra.web import law_words
from sinetra.web.public import may_i_asked as asked_of
from sinetra.web.public.may_i_asked import Asked
from sinetra.web.public.may_i_verdict import Verdict, provisos, verdict_of
from sinetra.web.stated import FREE


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    asked: Asked
    decision: Decision
    mark: Mark

    @property
    def has_proviso(self) -> bool:
        """A permission stands behind it that supposes what nobody was asked, such as a campaign permit."""
        return self.asked.act not in FREE and bool(provisos(self.decision))

    @property
    def bans(self) -> list[Finding]:
        """The prohibitions that carry the answer: met, or open where it depends."""
        status = Status.OPEN if self.mark is Mark.DEPENDS else Status.MET
        return [
            item for item in self.decision.findings if item.norm.kind is NormKind.PROHIBITION and item.status is status
        ]


def standing(book: Rulebook, asked: Asked) -> Standing:
    """Errors: ``BadInput`` for facts that the engine refuses, such as an election not held in the region."""
    asked = asked_of.completed(book, asked)
    decision = decide(book, parse_facts(asked.facts()))
    return Standing(asked=asked, decision=decision, mark=_MARKS[verdict_of(decision)])


def overview(book: Rulebook, asked: Asked) -> list[Standing]:
    """Every act of the vocabulary for the same person and day; what was said about one act does not travel."""
    return [_of_act(book, asked, code) for code in law_words.ACTS]


def permitted(book: Rulebook, statuses: Iterable[str], asked: Asked, *, but: Iterable[str] = ()) -> list[Standing]:
    """The acts that a permission names and that are allowed to every one of ``statuses``, without those of ``but``;
    each as it stands for the one whose permission supposes most. The vote and the talk at home come first, because
    they concern everybody.
    """
    named = {
        code
        for item in book.norms_on(asked.day or asked.today)
        if item.norm.kind is NormKind.PERMISSION
        for condition in item.version.when
        if condition.field == "act.code"
        for code in condition.values
    }
    codes = [code for code in reversed(list(law_words.ACTS)) if code in named.difference(but)]
    everybody = list(statuses)
    rows = ([_of_act(book, replace(asked, who=who), code) for who in everybody] for code in codes)
    return [max(row, key=lambda item: item.has_proviso) for row in rows if all(item.mark is Mark.MAY for item in row)]


def _of_act(book: Rulebook, asked: Asked, code: str) -> Standing:
    person = {name: answers for name, answers in asked.details.items() if name.startswith("subject.")}
    return standing(book, replace(asked, act=code, details=person))


_MARKS = {
    Verdict.YES: Mark.MAY,
    Verdict.NO: Mark.MAY_NOT,
    Verdict.DEPENDS: Mark.DEPENDS,
    Verdict.UNCLEAR: Mark.UNCLEAR,
    Verdict.NO_BAN: Mark.NO_BAN,
}
