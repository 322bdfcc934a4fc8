"""From a decision of the law to the answer card: the verdict, why, the law, what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Decision, ExceptionResult, Finding
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Outcome, Status
from sinetra.web import field_words, law_view, law_words, parts
from sinetra.web.format import day_text
from sinetra.web.public.may_i_asked import Asked, who_in_words
from sinetra.web.public.may_i_changes import Change, changes
from sinetra.web.public.may_i_verdict import (
    SENTIMENTS,
    Verdict,
    provisos,
    verdict_of,
    verdict_words,
    why_no_ban,
    why_unclear,
)
from sinetra.web.supposed import supposed


def answer(book: Rulebook, decision: Decision, asked: Asked, path: str) -> parts.Answer:
    """The card for one decision; ``path`` is where another question is put."""
    carrying, considered = _split(decision)
    banning = [
        item for item in carrying if item.norm.kind is NormKind.PROHIBITION and item.status is not Status.EXCEPTED
    ]
    verdict = verdict_of(decision)
    return parts.Answer(
        sentiment=SENTIMENTS[verdict],
        verdict=verdict_words(verdict),
        summary=_summary(decision, asked, verdict) + _sympathy(book, decision, asked),
        reasons=[_reason(book, item) for item in carrying],
        exceptions=[_exception(book, item) for item in _active(carrying)],
        ladders=_ladders(banning),
        conflicts=[
            parts.Conflict(
                topic=law_view.capital(law_view.in_words(item.topic)),
                readings=[
                    parts.Reading(text=law_view.capital(law_view.in_words(r.text)), source=r.source)
                    for r in item.readings
                ],
            )
            for item in decision.disputes
        ],
        unknown=_unknown(decision),
        changes=[_change(item, path) for item in changes(book, decision, asked)],
        checked=_checked(book, carrying, asked),
        considered=[_reason(book, item) for item in considered],
    )


def reason(book: Rulebook, item: Finding, url: str = "") -> parts.Reason:
    """A norm with its law, without what became of it; ``url`` leads elsewhere than to its page."""
    return parts.Reason(
        text=law_view.in_words(item.norm.title),
        citations=law_view.cited(book.instruments, item.norms),
        url=url or reverse("norm", args=[item.norm.id]),
    )


def _split(decision: Decision) -> tuple[list[Finding], list[Finding]]:
    """The findings that carry the answer, and those that were looked at."""
    carrying = {
        Outcome.VIOLATION: {Status.MET},
        Outcome.UNDETERMINED: {Status.OPEN},
        Outcome.PERMITTED: {Status.MET, Status.EXCEPTED},
        Outcome.NO_VIOLATION: set(),
    }[decision.outcome]
    first: list[Finding] = []
    rest: list[Finding] = []
    for item in decision.findings:
        contrary = decision.outcome is Outcome.VIOLATION and item.norm.kind is NormKind.PERMISSION
        (first if item.status in carrying and not contrary else rest).append(item)
    return first, rest


def _summary(decision: Decision, asked: Asked, verdict: Verdict) -> str:
    """One or two sentences that repeat who, what and when, so that they can stand alone on paper."""
    words = {
        "who": who_in_words(asked),
        "act": law_words.word(law_words.ACTS, asked.act),
        "day": day_text(asked.day, law_view.language()) if asked.day else _("tanggal yang belum diketahui"),
        "facts": _labels(decision.next_questions),
    }
    text = {
        Verdict.NO: _("Bagi Anda (%(who)s), %(act)s pada %(day)s dilarang."),
        Verdict.DEPENDS: _("Bagi Anda (%(who)s), jawabannya tergantung pada: %(facts)s."),
        Verdict.UNCLEAR: _("Bagi Anda (%(who)s), hukum tentang %(act)s pada %(day)s tidak memberi satu jawaban."),
        Verdict.YES: _("Bagi Anda (%(who)s), %(act)s pada %(day)s diperbolehkan."),
        Verdict.NO_BAN: why_no_ban(decision, _("Anda (%(who)s)") % words, words["day"]),
    }[verdict]
    unclear = f" {why_unclear(decision)}" if verdict is Verdict.UNCLEAR else ""
    stage = law_view.stage_in_words(decision)
    return text % words + unclear + provisos(decision) + (f" {stage}" if stage else "")


def _sympathy(book: Rulebook, decision: Decision, asked: Asked) -> str:
    """Sympathy without an act meets no norm; the catalogue says so in its own words."""
    if asked.act != "party_sympathiser" or decision.outcome is not Outcome.NO_VIOLATION:
        return ""
    return " " + law_view.in_words(book.shared.phrases["sympathiser"])


def _reason(book: Rulebook, item: Finding) -> parts.Reason:
    return replace(reason(book, item), note=_note(book, item))


def _change(item: Change, path: str) -> parts.Change:
    return parts.Change(
        text=supposed(item.field, item.values),
        verdict=verdict_words(item.verdict),
        sentiment=SENTIMENTS[item.verdict],
        url=item.asked.address(path),
    )


def _checked(book: Rulebook, carrying: Iterable[Finding], asked: Asked) -> str:
    """How far the articles behind the answer were read; without any, how much of the catalogue was looked through."""
    cited = {(norm.instrument, norm.article): norm.confidence for item in carrying for norm in item.norms}
    if not cited:
        rules = len(book.norms_on(asked.day or asked.today))
        text = _("Diperiksa terhadap %(rules)s aturan yang berlaku pada tanggal itu. Katalog ini belum lengkap.")
        return text % {"rules": rules}
    counts = Counter(cited.values())
    words = {
        Confidence.VERIFIED: _("%(count)s sumber terverifikasi (dibaca pada naskahnya)"),
        Confidence.PRESS: _("%(count)s sumber menurut pers"),
        Confidence.UNCHECKED: _("%(count)s sumber perlu dicek pada naskah resmi"),
    }
    found = [words[level] % {"count": counts[level]} for level in Confidence if counts[level]]
    return _("Dasar jawaban ini: %(counts)s.") % {"counts": ", ".join(found)}


def _note(book: Rulebook, item: Finding) -> str:
    if item.status is Status.OPEN:
        return _("belum pasti")
    if item.status is Status.DISPLACED and item.by is not None:
        return _("didahului aturan yang lebih khusus: %(rule)s") % {"rule": law_view.in_words(book.norm(item.by).title)}
    if item.status is Status.OUT_OF_TIME:
        return _("lewat waktu untuk dilaporkan")
    if item.status is Status.EXCEPTED:
        return _("dikecualikan")
    if item.norm.confidence is Confidence.UNCHECKED:
        return _("perlu dicek pada naskah resmi")
    return ""


def _active(findings: Iterable[Finding]) -> list[ExceptionResult]:
    """The exceptions that hold or may hold, each once."""
    found: dict[str, ExceptionResult] = {}
    for item in findings:
        for exception in item.exceptions:
            if exception.status in {Status.MET, Status.OPEN}:
                found.setdefault(exception.id, exception)
    return list(found.values())


def _exception(book: Rulebook, item: ExceptionResult) -> parts.Reason:
    title = law_view.in_words(item.title)
    note = "" if item.status is Status.MET else _("bergantung pada: %(facts)s") % {"facts": _labels(item.needs)}
    return parts.Reason(text=law_view.capital(title), citations=law_view.cited(book.instruments, item.norms), note=note)


def _labels(names: Iterable[str]) -> str:
    return ", ".join(field_words.label(name).lower() for name in names)


def _unknown(decision: Decision) -> list[str]:
    """The questions whose answers still decide something, as the person would be asked."""
    if decision.outcome is Outcome.NO_VIOLATION:
        return []
    return [field_words.question(name) for name in decision.next_questions]


def _ladders(findings: Sequence[Finding]) -> list[parts.Ladder]:
    """One ladder a track, with what the met prohibitions of that track name."""
    found: list[parts.Ladder] = []
    for track in law_words.TRACKS:
        own = [item for item in findings if item.norm.track == track]
        sanctions = [sanction for item in own for sanction in item.sanctions]
        if not sanctions:
            continue
        route = next((item.route for item in own if item.route is not None), None)
        way = law_view.path_of(route.receives, route.forwards_to, route.decides) if route else ""
        classes = [str(item.sanction_class) for item in sanctions]
        found.append(law_view.ladder(track, classes, law_view.sanction_notes(sanctions, for_one=True), way))
    return found
