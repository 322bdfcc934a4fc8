"""Which matter a row belongs to, found by its foreign keys: a letter by its matter, a vote by its plenary's matter."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import ForeignKey, Model

from sinetra.apps.base.row import Row

_DEPTH = 3


@lru_cache(maxsize=512)
def path_to(model: type[Model], target: str) -> str | None:
    """The shortest look-up from ``model`` to ``target`` (``cases.matter``); ``pk`` for itself, None where none leads.

    Only rows of the same app family are followed: accounts, regions and organisations belong to everybody.
    """
    if model._meta.label_lower == target:
        return "pk"
    paths: list[tuple[str, type[Model]]] = [("", model)]
    for _step in range(_DEPTH):
        further: list[tuple[str, type[Model]]] = []
        for path, at in paths:
            for name, other in _keys(at):
                found = f"{path}{name}"
                if other._meta.label_lower == target:
                    return f"{found}_id"
                further.append((f"{found}__", other))
        paths = further
    return None


def _keys(model: type[Model]) -> list[tuple[str, type[Row]]]:
    """Foreign keys to rows that may belong to a matter, in the order of the columns."""
    return [
        (field.name, field.related_model)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, Row)
        and field.related_model is not model
        and field.related_model._meta.app_label in {"cases", "reports", "evidence"}
    ]
