"""Whose data a page has opened: rows and fields become the matter, report or person that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from sinetra.apps.base.belonging import path_to
from sinetra.apps.base.reseal import sealed_models
from sinetra.apps.base.row import Row
from sinetra.apps.base.viewing import Shown, Viewing, kind_of

Subject = tuple[str, UUID]
MATTER, REPORT, PERSON = "cases.matter", "reports.report", "registry.person"
PAGE = "page"


def subjects(opened: Viewing) -> Mapping[Subject, frozenset[Shown]]:
    """A report that has become a matter counts as that matter. A few queries, whatever the page shows."""
    found: dict[Subject, set[Shown]] = defaultdict(set)
    for label, key, kind in opened.named:
        found[label, key].add(kind)
    for subject, kind in _of_fields(opened.fields):
        found[subject].add(kind)
    for label in opened.people:
        if not any(named == label for named, _key, _kind in opened.named):
            found[label, _place(opened)].add(Shown.CIVIL_SERVANT)
    if opened.files and not found:
        found[PAGE, _place(opened)].add(Shown.FILE)
    return {subject: frozenset(kinds) for subject, kinds in found.items()}


def _place(opened: Viewing) -> UUID:
    """What the address names; a list of the office: the office."""
    return opened.target or opened.actor.office


def _of_fields(fields: Iterable[tuple[UUID, str]]) -> list[tuple[Subject, Shown]]:
    by_field: dict[str, set[UUID]] = defaultdict(set)
    for row_id, name in fields:
        by_field[name].add(row_id)
    found: list[tuple[Subject, Shown]] = []
    for name, keys in by_field.items():
        owners = {key: (REPORT, key) for key in keys} if name == "reporter" else _rows(name, keys)
        found += [(owners.get(key, (PAGE, key)), kind_of(name)) for key in keys]
    return _as_matters(found)


def _rows(name: str, keys: set[UUID]) -> dict[UUID, Subject]:
    """Each row of these ids with what it belongs to; the column's name leaves few tables to look into."""
    found: dict[UUID, Subject] = {}
    for model in sealed_models(f"{name}_sealed"):
        left = keys - found.keys()
        if not left:
            break
        found |= _of_model(model, left)
    return found


def _of_model(model: type[Row], keys: set[UUID]) -> dict[UUID, Subject]:
    rows = model._base_manager.filter(pk__in=keys)
    paths = [(label, path) for label in (MATTER, REPORT) if (path := path_to(model, label)) is not None]
    if not paths:
        return {pk: (model._meta.label_lower, pk) for pk in rows.values_list("pk", flat=True)}
    found: dict[UUID, Subject] = {}
    for label, path in paths:
        # A report is of a matter once it was joined to one; what is of none is of its report.
        rows = rows.exclude(pk__in=list(found))
        found |= {pk: (label, owner) for pk, owner in rows.values_list("pk", path) if owner is not None}
        if len(found) == len(keys):
            break
    return found


def _as_matters(found: list[tuple[Subject, Shown]]) -> list[tuple[Subject, Shown]]:
    from sinetra.apps.cases.models import Matter

    reports = {key for (label, key), _kind in found if label == REPORT}
    if not reports:
        return found
    matters = dict(Matter._base_manager.filter(report_id__in=reports).values_list("report_id", "pk"))
    return [
        ((MATTER, matters[key]) if label == REPORT and key in matters else (label, key), kind)
        for (label, key), kind in found
    ]
