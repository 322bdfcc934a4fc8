"""The rules of one file together: which of them may find something on a page is told for all at once.

Hundreds of rules with thousands of cues look at each article, and most of them have nothing to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from sinetra.core.press.page import Page
from sinetra.core.press.rules import Placed, Rule

#: So many first signs tell cues apart.
_FIRST = 3


class RuleSet:
    """Rules in the order in which they are tried."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        cues: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._begins: dict[str, list[int]] = defaultdict(list)
        self._beginning_so: dict[str, tuple[int, ...]] = {}
        for index, rule in enumerate(self._rules):
            for cue in rule.cues:
                cues["" if len(cue) < _FIRST else cue[:_FIRST]][cue].append(index)
            for letters in rule.begins or ():
                self._begins[letters].append(index)
        # Cues, with the rules that have each, by their first signs; shorter ones are looked for on every page.
        self._cues = {signs: tuple(group.items()) for signs, group in cues.items()}
        self._first_signs = frozenset(self._cues)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def on(self, page: Page) -> Iterator[Placed]:
        """Each rule that may find something on the page."""
        cues = self._cues_on(page)
        starts = self._starts_on(page, cues)
        for index, rule in enumerate(self._rules):
            if (not rule.cues or index in cues) and (rule.begins is None or index in starts):
                yield Placed(rule, page, cues.get(index, ()), starts.get(index))

    def _cues_on(self, page: Page) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        # A word whose first signs stand nowhere stands nowhere.
        for signs in ("", *(self._first_signs & page.threes)):
            for cue, rules in self._cues.get(signs, ()):
                if cue in page.low:
                    for index in rules:
                        found.setdefault(index, []).append(cue)
        return found

    def _starts_on(self, page: Page, cues: Container[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {
            index: []
            for index, rule in enumerate(self._rules)
            if rule.begins is not None and (not rule.cues or index in cues)
        }
        if found:
            for start, letters in page.beginnings:
                for index in self._with(letters):
                    if index in found:
                        found[index].append(start)
        return {index: starts for index, starts in found.items() if starts}

    def _with(self, letters: str) -> tuple[int, ...]:
        """The rules that may begin at a word with these first letters."""
        if letters not in self._beginning_so:
            parts = (letters[:length] for length in range(1, len(letters) + 1))
            self._beginning_so[letters] = tuple({index for part in parts for index in self._begins.get(part, ())})
        return self._beginning_so[letters]
