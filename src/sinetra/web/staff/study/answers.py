"""Facts of the law engine as fields hold them, and back: nothing chosen is unknown."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from sinetra.core.law.vocabulary import FieldType
from sinetra.web import law_words

UNKNOWN, NOTHING = "?", "-"


def acts_left(taken: tuple[str, ...]) -> list[Any]:
    groups = [
        (str(group), [(code, str(text)) for code, text in acts if code not in taken])
        for group, acts in law_words.acts_by_group()
    ]
    return [("", _("tidak ada")), *((group, acts) for group, acts in groups if acts)]


def shown(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list):
        return value or [NOTHING]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, int):
        return ["some" if value else "none"]
    return [str(value)]


def read_answer(kind: FieldType, values: list[str]) -> Any:
    """None is unknown."""
    if not values:
        return None
    if kind is FieldType.LIST:
        return [value for value in values if value != NOTHING]
    if kind is FieldType.FLAG:
        return values[0] == "true"
    if kind is FieldType.AMOUNT:
        return 1 if values[0] == "some" else 0
    return values[0]
