"""Acts that an article names as forbidden (or alleged) and as permitted, in the closed vocabulary of act codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from sinetra.core.press.facts import ActFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.rules import Placed, Rule
from sinetra.core.press.spoken import Spoken, Voice

_AROUND = 800  # signs to each side in which a sentence and its neighbours are looked at
_SOCIAL = frozenset({"like", "comment", "share", "follow_join_group", "post_media"})
_PARTING = (", ", "; ", ": ")
#: "KOTA, Kabar Pagi - Relawan …": the sentence begins after it.
_DATELINE = re.compile(r"[A-Z]{3}[^\n]{0,60}? [-–—] ")
_REACH = 10  # the object right after a verb: "membagikan unggahan" is one act
#: What a head of region does who runs again is an act of his office, also where he is called a candidate.
_OF_OFFICE = frozenset({"decision_benefit", "official_transfer", "use_state_facility", "use_state_programme"})
#: What a civil servant may do; a permission of anything else is of somebody else, or of something else.
_MAY_BE = frozenset(
    {"vote", "private_opinion", "attend_passively", "attend_campaign", "spouse_support", "photo_with_candidate"}
    | {"party_sympathiser", "follow_join_group", "official_transfer", "use_state_facility"}
)
#: Going to a campaign is permitted as listening.
_PERMITTED_AS = {"attend_campaign": "attend_passively"}


@dataclass
class _Acts:
    """The acts of one article as they are found. ``told``: places of acts that are not permitted ones."""

    lexicon: Lexicon
    page: Page
    found: dict[tuple[str, bool], ActFact] = field(default_factory=dict)
    hidden: dict[str, list[Span]] = field(default_factory=dict)
    told: list[Span] = field(default_factory=list)
    social: list[Span] = field(default_factory=list)
    waiting: list[tuple[Rule, Span]] = field(default_factory=list)

    @cached_property
    def spoken(self) -> Spoken:
        return Spoken(self.lexicon, self.page)

    def look(self, placed: Placed) -> None:
        rule = placed.rule
        for match in placed.matches():
            span = self.page.trimmed(*match.span())
            if any(span.overlaps(other) for other in self.hidden.get(rule.code, ())):
                continue
            permitted = self._permitted(rule, span)
            if permitted is None:
                continue
            for code in rule.options.get("hides", ()):
                reach = _REACH if code == "post_media" else 0
                self.hidden.setdefault(str(code), []).append(Span(span.start, span.end + reach))
            self._keep(rule, span, permitted=permitted)

    def look_again(self) -> None:
        """At what waited for company that is told later in its paragraph."""
        waiting, self.waiting = self.waiting, []
        for rule, span in waiting:
            if not any(span.overlaps(other) for other in (*self.told, *self.hidden.get(rule.code, ()))):
                permitted = self._permitted(rule, span)
                if permitted is not None:
                    self._keep(rule, span, permitted=permitted)

    def _permitted(self, rule: Rule, span: Span) -> bool | None:
        """Whether the act is spoken of as permitted; None when the words speak of something else."""
        if not self._speaks_of_it(rule, span):
            return None
        voice = self.spoken.of(span)
        if rule.options.get("permission"):
            return True
        if rule.options.get("needs_permission"):
            return True if voice is Voice.PERMITTED else None
        if voice is Voice.NIL or (voice is Voice.TOLD and self._done_by_others(rule, span)):
            return None
        if voice is Voice.PERMITTED and rule.code not in _MAY_BE:
            return None
        return voice is Voice.PERMITTED

    def _speaks_of_it(self, rule: Rule, span: Span) -> bool:
        sentence = self.page.sentence_at(span.start)
        low = self.page.low_of(sentence)
        if rule.near is not None:
            if self.lexicon.pattern("acts", "elsewhere").search(low):
                return False
            if not self._near(rule, span, sentence) and not self._in_company(rule, span):
                return False
        if rule.without is not None and rule.without.search(low):
            return False
        return not rule.options.get("prohibition") or self.spoken.is_charged(span)

    def _in_company(self, rule: Rule, span: Span) -> bool:
        """An act on social media beside others in the same paragraph needs no other words: "jangan like, jangan
        komentar"."""
        if rule.code not in _SOCIAL or rule.options.get("strict") or rule.options.get("prohibition"):
            return False
        line = self.page.line_at(span.start)
        if any(line.overlaps(other) for other in self.social):
            return True
        self.waiting.append((rule, span))
        return False

    def _near(self, rule: Rule, span: Span, sentence: Span) -> bool:
        """The words an ambiguous word needs around it: in its sentence, or beside it where the article lists acts."""
        assert rule.near is not None  # noqa: S101
        end = max(sentence.end, span.end)
        beside = self.page.beside(sentence) if rule.options.get("across", True) else sentence
        between = self.page.low_of(span) if rule.options.get("inside") else " | "
        start, end = max(beside.start, span.start - _AROUND), min(max(end, beside.end), span.end + _AROUND)
        around = self.page.low[start : span.start] + between + self.page.low[span.end : end]
        if rule.near.search(around) is not None:
            return True
        if rule.options.get("strict"):
            return False
        side = self.lexicon.pattern("acts", "side")
        voice = self.spoken.of(span)
        if voice is Voice.PERMITTED and (rule.options.get("permission") or rule.options.get("needs_permission")):
            return True
        return voice is Voice.FORBIDDEN or side.search(self.page.low, span.start, span.end) is not None

    def _done_by_others(self, rule: Rule, span: Span) -> bool:
        """A candidate campaigns, a party declares its support: no act of a civil servant."""
        if rule.code in _OF_OFFICE:
            return False
        sentence = self.page.sentence_at(span.start)
        before = self.page.low[max(sentence.start, span.start - 40) : span.start]
        verb = self.page.low.startswith("ber", span.start)
        if verb and rule.code == "campaign_participation" and self.lexicon.raw("acts", "doer").search(before):
            return True
        if self.page.low.startswith(("me", "ikut"), span.start) and self.lexicon.raw("acts", "by_others").search(
            before
        ):
            return True
        dateline = _DATELINE.match(self.page.text, sentence.start, sentence.end)
        begins = self.page.low[dateline.end() if dateline else sentence.start : sentence.end].lstrip("\"'-• ")
        return (
            self.lexicon.pattern("acts", "others").match(begins) is not None
            and self.lexicon.pattern("acts", "civil").search(self.page.low, sentence.start, sentence.end) is None
        )

    def _keep(self, rule: Rule, span: Span, *, permitted: bool) -> None:
        if not permitted:
            if self._stands_beside(rule, span) or self._sums_up(rule, span):
                return
            self.told.append(span)
            if rule.code in _SOCIAL:
                self.social.append(span)
        key = (_PERMITTED_AS.get(rule.code, rule.code) if permitted else rule.code, permitted)
        if key in self.found:
            self.found[key] = replace(self.found[key], mentions=self.found[key].mentions + 1)
        else:
            self.found[key] = ActFact(code=key[0], permitted=permitted, span=span, rule=rule.id)

    def _stands_beside(self, rule: Rule, span: Span) -> bool:
        """Free words beside an act that is told in the same sentence, or clause, are no act of their own."""
        alone = rule.options.get("alone")
        if alone not in ("sentence", "clause"):
            return False
        around = self.page.sentence_at(span.start)
        if alone == "clause":
            around = self._clause_of(span, around)
        return any(around.overlaps(other) for other in self.told)

    def _clause_of(self, span: Span, sentence: Span) -> Span:
        """From the comma before to the comma after it."""
        low = self.page.low
        start = max(low.rfind(sign, sentence.start, span.start) for sign in _PARTING) + 1
        ends = (low.find(sign, span.end, sentence.end) for sign in _PARTING)
        end = min((at for at in ends if at >= 0), default=max(sentence.end, span.end))
        return Span(max(start, sentence.start), end)

    def _sums_up(self, rule: Rule, span: Span) -> bool:
        """Partisanship in general beside a narrower act is the same deed, unless it is a norm of its own: "dilarang
        berpolitik praktis"."""
        others = (code for code, permitted in self.found if not permitted and code != rule.code)
        if rule.options.get("alone") != "article" or not any(others):
            return False
        sentence = self.page.sentence_at(span.start)
        around = self.page.low[max(sentence.start, span.start - 60) : min(sentence.end, span.end + 20)]
        return self.lexicon.raw("acts", "own_norm").search(around) is None


def find_acts(lexicon: Lexicon, page: Page) -> tuple[ActFact, ...]:
    """Each act once, prohibited and permitted apart, at its first mention. Rules are tried in the order of the file."""
    acts = _Acts(lexicon, page)
    for placed in lexicon.rules("acts").on(page):
        acts.look(placed)
    acts.look_again()
    return tuple(sorted(acts.found.values(), key=lambda fact: (fact.permitted, fact.span.start)))
