"""Random facts near the norms: most values are taken from the conditions of one norm, so that something happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from sinetra.core.law import Rulebook
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.vocabulary import FIELDS, FieldType

_ONE_DAY = timedelta(days=1)


def days(rulebook: Rulebook) -> list[date]:
    """The first day of each epoch, and the day before it."""
    return sorted({day for first in rulebook.masks.days for day in (first, first - _ONE_DAY)})


def value_of(name: str) -> st.SearchStrategy[str | frozenset[str]]:
    item = FIELDS[name]
    if item.type is FieldType.LIST:
        return st.frozensets(st.sampled_from(item.values), max_size=3)
    return st.sampled_from(item.values)


@st.composite
def facts(draw: st.DrawFn, rulebook: Rulebook) -> Facts:
    norm = draw(st.sampled_from(rulebook.norms))
    version = draw(st.sampled_from(norm.versions))
    values: dict[str, str | frozenset[str]] = {}
    conditions = list(version.when)
    for exception in version.unless:
        if draw(st.booleans()):
            conditions += exception.when
    for condition in conditions:
        value = draw(st.sampled_from(sorted(condition.values)))
        is_list = FIELDS[condition.field].type is FieldType.LIST
        values[condition.field] = frozenset({value}) if is_list else value
    for name in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=4)):
        values[name] = draw(value_of(name))
    for name in draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=4)):
        values.pop(name, None)
    own = [end for end in (version.period.start, version.period.end) if end is not None]
    day = draw(st.none() | st.sampled_from(days(rulebook)) | st.sampled_from(own))
    return Facts(values=complete(values), act_date=day)


@st.composite
def filled(draw: st.DrawFn, rulebook: Rulebook, given: Facts) -> Facts:
    """The same facts with one unknown filled in."""
    unknown = [name for name in FIELDS if name not in given.values]
    name = draw(st.sampled_from([*unknown, *(["act_date"] if given.act_date is None else [])]))
    if name == "act_date":
        return replace(given, act_date=draw(st.sampled_from(days(rulebook))))
    return replace(given, values=complete({**given.values, name: draw(value_of(name))}))
