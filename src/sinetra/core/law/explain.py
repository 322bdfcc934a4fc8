"""Why: conditions beside facts, exceptions, citations on the day of the act, and one paragraph in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.citing import WHOLE, citation_words
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Because, Cited, ExceptionResult, Finding
from sinetra.core.law.evaluate import Trace, effective
from sinetra.core.law.facts import Facts
from sinetra.core.law.instruments import Instrument, InstrumentStatus
from sinetra.core.law.masks import DAY, Section
from sinetra.core.law.model import Citation, Exemption, Version
from sinetra.core.law.reading import Shared
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE
from sinetra.core.law.words import NormKind, Outcome, Status


def asked(names: Iterable[str], facts: Facts) -> tuple[str, ...]:
    """Fields as the person is asked for them: what follows from the context becomes its date; parents come first."""
    found: dict[str, None] = {}
    for name in names:
        item = FIELDS.get(name)
        if item is not None and item.derived_from:
            found[DAY if facts.act_date is None else "election"] = None
            continue
        if item is not None and item.dependency is not None and item.dependency.parent not in facts.values:
            found[item.dependency.parent] = None
            if name in facts.values:
                continue
        found[name] = None
    return tuple(found)


def cited(citations: Iterable[Citation], facts: Facts, instruments: Mapping[str, Instrument]) -> tuple[Cited, ...]:
    """The citations that count on the day of the act and for this subject; all when they are unknown."""
    status = facts.values.get("subject.status")
    found = []
    for item in citations:
        if facts.act_date is not None and not item.period.holds(facts.act_date):
            continue
        if item.statuses and status is not None and status not in item.statuses:
            continue
        force = instruments[item.instrument].status_on(facts.act_date)
        found.append(
            Cited(
                instrument=item.instrument,
                article=item.article,
                confidence=item.confidence,
                in_force=None if force is InstrumentStatus.UNKNOWN else force is InstrumentStatus.IN_FORCE,
            )
        )
    return tuple(found)


def because(head: Version | Exemption, bit: int, found: Trace, facts: Facts, *, only_failed: bool) -> list[Because]:
    """Each condition of a node: held, failed or open. With ``only_failed`` those that failed, and all when none did:
    then an exception, or a norm that goes before, settles it whatever the open ones turn out to be.
    """
    asks = [(DAY, head.period.text)] if head.period.start is not None or head.period.end is not None else []
    asks += [(condition.field, condition.text) for condition in head.when]
    lines = []
    for name, words in asks:
        low, high = found.pairs[name]
        may = bool(high >> bit & 1)
        if not only_failed or not may:
            holds = True if low >> bit & 1 else None if may else False
            lines.append(Because(condition=words, fact=name, value=_value(name, facts), holds=holds))
    return lines or (because(head, bit, found, facts, only_failed=False) if only_failed else [])


def _value(name: str, facts: Facts) -> object:
    if name == DAY:
        return None if facts.act_date is None else facts.act_date.isoformat()
    value = facts.values.get(name)
    if value is None or value == NOT_APPLICABLE:
        return value
    if name in facts.given:
        return facts.given[name]
    # what follows from another fact: officials by their post
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else sorted(value)


def exceptions(
    sections: Sequence[Section],
    texts: Sequence[Exemption],
    version: int,
    found: Trace,
    facts: Facts,
    instruments: Mapping[str, Instrument],
) -> tuple[ExceptionResult, ...]:
    """The exceptions of a version (a bit of the masks), each with its own."""
    results = []
    for section, text in zip(sections, texts, strict=False):
        low, high = effective(section, found.s, found.m)
        status = Status.MET if low >> version & 1 else Status.OPEN if high >> version & 1 else Status.NOT_MET
        needs: tuple[str, ...] = ()
        if status is Status.OPEN:
            lines = because(text, section.offset + version, found, facts, only_failed=False)
            needs = asked([line.fact for line in lines if line.holds is None], facts)
        results.append(
            ExceptionResult(
                id=text.id,
                title=text.title,
                status=status,
                norms=cited(text.citations, facts, instruments),
                needs=needs,
                exceptions=exceptions(section.inner, text.unless, version, found, facts, instruments),
            )
        )
    return tuple(results)


def paragraph(
    outcome: Outcome,
    findings: Sequence[Finding],
    facts: Facts,
    shared: Shared,
    instruments: Mapping[str, Instrument],
) -> Bilingual:
    """The explanation as prose, in both languages, with the presumption of innocence."""
    return Bilingual(
        id=_prose(outcome, findings, facts, shared, instruments, "id"),
        en=_prose(outcome, findings, facts, shared, instruments, "en"),
    )


def _prose(
    outcome: Outcome,
    findings: Sequence[Finding],
    facts: Facts,
    shared: Shared,
    instruments: Mapping[str, Instrument],
    language: str,
) -> str:
    def say(name: str) -> str:
        return str(getattr(shared.phrases[name], language))

    def cite(norm: Cited) -> str:
        name = instruments[norm.instrument].cited_as
        if norm.article == WHOLE:
            return name
        place = citation_words(norm.article, language)
        return f"{name} {say('article') % {'article': place} if place[:1].isdigit() else place}"

    allowed = any(item.norm.kind is NormKind.PERMISSION and item.status is Status.MET for item in findings)
    only_excepted = outcome is Outcome.PERMITTED and not allowed
    lines = [say("only_excepted" if only_excepted else outcome.value)]
    if facts.values.get("act.code") == "party_sympathiser" and outcome is Outcome.NO_VIOLATION:
        lines.append(say("sympathiser"))
    shown = [item for item in findings if item.status.value in shared.phrases]
    for item in shown:
        due = next((line.due for line in item.deadlines if line.due is not None), None)
        lines.append(
            say(item.status.value)
            % {
                "title": getattr(item.norm.title, language),
                "track": say(f"track.{item.norm.track.value}"),
                "norms": "; ".join(cite(norm) for norm in item.norms),
                "needs": ", ".join(say(f"field.{name}") for name in item.needs),
                "exceptions": ", ".join(_active(item.exceptions, language)),
                "due": due.isoformat() if isinstance(due, date) else "?",
            }
            + "."
        )
    if any(norm.confidence is Confidence.UNCHECKED for item in shown for norm in item.norms):
        lines.append(say("to_check"))
    if any(item.status in {Status.MET, Status.OPEN, Status.OUT_OF_TIME} for item in shown):
        lines.append(say("innocence"))
    return " ".join(lines)


def _active(results: Iterable[ExceptionResult], language: str) -> list[str]:
    return [str(getattr(item.title, language)) for item in results if item.status is Status.MET]
