"""From the piece that is asked for to its notice, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.exercise import exercise_word
from sinetra.core.clock.confidence import Confidence
from sinetra.core.documents.notice import Mark, Notice
from sinetra.core.law.decision import Finding
from sinetra.core.law.model import Norm, Sanction, Version
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind, Status, SubjectStatus
from sinetra.web import field_words, law_view, law_words, parts
from sinetra.web.format import day_text
from sinetra.web.law_view import in_words, language
from sinetra.web.public import may_i_asked as asked_of
from sinetra.web.public import norm_view
from sinetra.web.public.may_i_verdict import Verdict, provisos, verdict_of, verdict_words, why_no_ban, why_unclear
from sinetra.web.public.printed import standings, words
from sinetra.web.public.printed.asked import Piece
from sinetra.web.public.printed.standings import Standing
from sinetra.web.public.rulebook_rows import for_version, heaviest

_LISTS = ("given", "may", "may_not", "depends", "no_ban", "unless", "follows", "doubts", "articles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """``site``: address of this installation without a slash at its end."""

    book: Rulebook
    site: str

    def notice(self, piece: Piece) -> Notice:
        if piece.norm is not None:
            return self._norm(piece, piece.norm)
        return self._act(piece) if piece.asked.act else self._overview(piece)

    def _base(self, piece: Piece, address: str) -> dict[str, Any]:
        return {
            **dict.fromkeys(_LISTS, ()),
            "language": language(),
            "law_date": day_text(piece.day, language()),
            "url": self.site + address,
            "exercise": _(exercise_word()),
            "heading": words.heading(),
            "mark": None,
            "verdict": "",
            "summary": "",
            "stage": "",
        }

    def _act(self, piece: Piece) -> Notice:
        asked = piece.asked
        found = standings.standing(self.book, asked)
        who, act = words.who(asked.who), law_words.word(law_words.ACTS, asked.act)
        address = f"{reverse('may_i')}?{urlencode(piece.params())}"
        carrying = _carrying(found)
        may = standings.permitted(self.book, [asked.who], asked, but=[asked.act])
        return Notice(
            **self._base(piece, address)
            | {
                "for_whom": _("bagi %(who)s") % {"who": who},
                "title": law_view.capital(_("Bolehkah %(who)s %(act)s?") % {"who": who, "act": act}),
                "mark": found.mark,
                "verdict": verdict_words(verdict_of(found.decision)),
                "summary": _summary(found),
                "given": tuple(_given(found)),
                "may": _may(may),
                "follows": tuple(_follows(found.bans)) if found.mark in {Mark.MAY_NOT, Mark.UNCLEAR} else (),
                "articles": words.articles(_cited(self.book, carrying)),
                "doubts": tuple(law_view.capital(in_words(item.topic)) for item in found.decision.disputes),
                "stage": law_view.stage_in_words(found.decision),
            }
        )

    def _overview(self, piece: Piece) -> Notice:
        asked = piece.asked
        every = standings.overview(self.book, asked)
        who = words.who(asked.who)
        by_mark = {mark: [item for item in every if item.mark is mark] for mark in Mark}
        told = [*by_mark[Mark.MAY], *by_mark[Mark.MAY_NOT], *by_mark[Mark.UNCLEAR]]
        address = f"{reverse('rulebook')}?{urlencode(piece.params())}"
        unclear = [_("%(act)s (belum jelas)") % {"act": act} for act in _acts(_codes(by_mark[Mark.UNCLEAR]))]
        return Notice(
            **self._base(piece, address)
            | {
                "for_whom": _("bagi %(who)s") % {"who": who},
                "title": law_view.capital(_("Yang boleh dan yang dilarang bagi %(who)s") % {"who": who}),
                "may": _may(reversed(by_mark[Mark.MAY])),
                "may_not": _acts(_codes(by_mark[Mark.MAY_NOT])),
                "depends": (*_acts(_codes(by_mark[Mark.DEPENDS])), *unclear),
                "no_ban": _acts(_codes(by_mark[Mark.NO_BAN])),
                "articles": words.articles(cited for item in told for cited in _cited(self.book, _carrying(item))),
                "stage": law_view.stage_in_words(every[0].decision),
            }
        )

    def _norm(self, piece: Piece, norm: Norm) -> Notice:
        version = norm_view.version_on(norm, piece.day)
        allowed = norm.kind is NormKind.PERMISSION
        named = [item.values for item in version.when if item.field == "subject.status"]
        statuses = sorted(named[0]) if named else [status.value for status in SubjectStatus]
        acts = next((item.values for item in version.when if item.field == "act.code"), frozenset())
        mark = Mark.MAY if allowed else Mark.MAY_NOT
        address = f"{reverse('norm', args=[norm.id])}?{urlencode({'pada': piece.day.isoformat()})}"
        subjects = norm_view.subjects(version)
        may = standings.permitted(self.book, statuses, piece.asked, but=acts)
        exceptions = [in_words(item.title) for item in version.unless if item.period.holds(piece.day)]
        return Notice(
            **self._base(piece, address)
            | {
                "for_whom": _track(norm),
                "title": in_words(norm.title),
                "mark": mark,
                "verdict": verdict_words(Verdict.YES) if allowed else _("Dilarang"),
                "summary": _("Bagi %(who)s.") % {"who": subjects} if subjects else "",
                "given": tuple(_conditions(norm, version)),
                "may": _may(may),
                "unless": tuple(law_view.capital(text) for text in exceptions),
                "follows": _sanctions(for_version(norm.sanctions, version)),
                "articles": words.articles(law_view.citations(self.book.instruments, norm.citations, piece.day)),
                "doubts": tuple(law_view.capital(item.topic) for item in norm_view.disputes(self.book, norm)),
            }
        )


def _codes(found: Iterable[Standing]) -> list[str]:
    return [item.asked.act for item in found]


def _acts(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(law_view.capital(law_words.word(law_words.ACTS, code)) for code in codes)


def _may(found: Iterable[Standing]) -> tuple[str, ...]:
    """What is allowed; where a permission supposes more than the reader was asked, the line says that there is more."""
    return tuple(
        _("%(act)s (dengan syarat)") % {"act": act} if item.has_proviso else act
        for item in found
        for act in _acts([item.asked.act])
    )


def _carrying(found: Standing) -> list[Finding]:
    """The findings whose articles stand behind the answer."""
    if found.mark is not Mark.MAY:
        return found.bans
    return [item for item in found.decision.findings if item.status in {Status.MET, Status.EXCEPTED}]


def _cited(book: Rulebook, findings: Iterable[Finding]) -> list[parts.Citation]:
    """Of the norms first, then of the exceptions that hold."""
    found = [item for finding in findings for item in finding.norms]
    for finding in findings:
        found += [item for made in finding.exceptions if made.status is Status.MET for item in made.norms]
    return law_view.cited(book.instruments, found)


def _summary(found: Standing) -> str:
    who = words.who(found.asked.who)
    text = {
        Mark.MAY: _("Aturan pada tanggal itu membolehkannya bagi %(who)s."),
        Mark.MAY_NOT: _("Aturan pada tanggal itu melarangnya bagi %(who)s."),
        Mark.DEPENDS: _("Jawabannya bergantung pada: %(facts)s."),
        Mark.UNCLEAR: why_unclear(found.decision),
        Mark.NO_BAN: why_no_ban(found.decision, who, _("tanggal itu")),
    }[found.mark]
    facts = [field_words.label(name).lower() for name in found.decision.next_questions]
    return text % {"who": who, "facts": words.listed(facts)} + provisos(found.decision)


def _given(found: Standing) -> list[str]:
    """What the person said beyond who and what, each as label and answer."""
    return [
        f"{field_words.label(name)}: {asked_of.said(name, answers)}." for name, answers in found.asked.details.items()
    ]


def _follows(findings: Iterable[Finding]) -> list[str]:
    """The heaviest sanction of each track that a norm names."""
    by_track: dict[str, list[Sanction]] = {}
    for item in findings:
        by_track.setdefault(item.norm.track, []).extend(item.sanctions)
    return [
        _("%(track)s: %(sanction)s") % {"track": law_words.word(law_words.TRACKS, track), "sanction": heaviest(named)}
        for track, named in by_track.items()
        if named
    ]


def _sanctions(found: Sequence[Sanction]) -> tuple[str, ...]:
    return (heaviest(found), *law_view.sanction_notes(found)) if found else ()


def _track(norm: Norm) -> str:
    return law_words.word(law_words.TRACKS, norm.track)


def _conditions(norm: Norm, version: Version) -> list[str]:
    """What else must hold, so that the poster forbids no more than the rule does, and whether anybody read the rule."""
    unread = _("Aturan ini belum dibaca pada naskah resminya. Periksa dulu sebelum dipakai untuk memutuskan.")
    told = [item for item in version.when if item.field != "subject.status"]
    found = [f"{pair.term}: {pair.value}." for pair in norm_view.conditions(told) if pair.value]
    return [*found, *([unread] if norm.confidence is Confidence.UNCHECKED else [])]
