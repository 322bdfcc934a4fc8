"""The order of the list: regions, then offices; the more vulnerable first, the grey ones last."""

from __future__ import annotations

from collections.abc import Iterable

from sinetra.core.index.inputs import Kind
from sinetra.core.index.result import Placed


def in_order(units: Iterable[Placed]) -> list[Placed]:
    return sorted(units, key=_key)


def _key(unit: Placed) -> tuple[bool, bool, float, str, str]:
    return unit.kind is not Kind.REGION, unit.score is None, -(unit.score or 0.0), unit.name, unit.code
