"""The rules compiled, as sets: all of them, those that an act can meet, and a rule with all that may displace it.

Most norms name the acts that they are about. For a known act the few that name it are all that can be met, so a
decision works on masks of a hundred bits or so instead of a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sinetra.core.law.evaluate import statuses
from sinetra.core.law.masks import Head, Key, Masks, compile_masks
from sinetra.core.law.words import ActCode, Status

ACT = "act.code"


class RuleSets:
    """``heads``: (rule, place among its versions, version), in an order in which a rule follows all that displace it.

    ``displaced_by``: the rules that displace a rule.
    """

    def __init__(
        self, heads: Sequence[tuple[int, int, Head]], displaced_by: Mapping[int, tuple[int, ...]] | None = None
    ) -> None:
        self.displaced_by = displaced_by or {}
        self._heads = heads
        self.every = compile_masks(heads, self.displaced_by)
        self._acts: dict[str, Masks] = {}
        self._rules: dict[int, Masks] = {}

    def of_act(self, code: Key) -> Masks:
        """The versions that the act ``code`` can meet; all of them while the act is not known."""
        if code not in _ACTS:
            return self.every
        found = self._acts.get(str(code))
        if found is None:
            found = self._acts[str(code)] = compile_masks(self.heads_of_act(code), self.displaced_by, (ACT, str(code)))
        return found

    def heads_of_act(self, code: Key) -> list[tuple[int, int, Head]]:
        """(rule, place among its versions, version) of what an act can meet; all of them for None."""
        return [item for item in self._heads if code is None or _may_meet(item[2], str(code))]

    def of_rule(self, rule: int) -> Masks:
        """A rule and all that can displace it, directly or not."""
        found = self._rules.get(rule)
        if found is None:
            wanted = set(self.above(rule))
            found = self._rules[rule] = compile_masks(
                [item for item in self._heads if item[0] in wanted], self.displaced_by
            )
        return found

    def above(self, rule: int) -> Iterable[int]:
        """The rule, what displaces it, what displaces that, and so on."""
        waiting, found = [rule], {rule}
        while waiting:
            for other in self.displaced_by.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return sorted(found)

    def displacer(self, rule: int, masks: Masks, s: int, m: int) -> int | None:
        """The rule that displaces ``rule``; None when none surely does."""
        found = statuses(masks, s, m)
        return next((other for other in self.displaced_by[rule] if found.get(other) is Status.MET), None)


_ACTS = frozenset(str(code) for code in ActCode)


def _may_meet(head: Head, code: str) -> bool:
    return all(code in condition.values for condition in head.when if condition.field == ACT)
