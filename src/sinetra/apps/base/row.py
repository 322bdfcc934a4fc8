"""What every domain row has: a time-ordered id, an organisation, a version that guards changes, a digest salt."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from django.db import models
from django.utils import timezone

from sinetra.core.canonical import canonical
from sinetra.core.ids import uuid7


def new_salt() -> bytes:
    return secrets.token_bytes(16)


class Row(models.Model):
    """Base of the domain tables. Rows are written by ``unit_of_work()`` only.

    ``salt`` makes the digest that the audit chain keeps a commitment: without the row nobody can guess its content,
    and when the row is erased the digest says nothing any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey("registry.Organisation", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    salt = models.BinaryField(max_length=16, default=new_salt, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def digest(self) -> str:
        """SHA-256 over the salt and every column that says something, as hex.

        A column at its default is left out, so a column that a later release adds (with a default, without filling old
        rows) changes no digest. Hence two rules for models: never change a default, never rename a column.
        """
        return hashlib.sha256(bytes(self.salt) + canonical(self.columns())).hexdigest()

    def columns(self) -> dict[str, Any]:
        """Column name to stored value, without the salt and without columns at their default."""
        values = {}
        for field in self._meta.concrete_fields:
            value = field.value_from_object(self)
            if field.column and field.column != "salt" and not _is_default(value, _default(field)):
                values[field.column] = value
        return values

    @classmethod
    def type_name(cls) -> str:
        """``app.model``, as audit entries and packages name it."""
        return cls._meta.label_lower


def digester(model: type[Row]) -> Callable[[Sequence[Any]], bytes]:
    """What ``Row.digest`` says (as bytes), for the values of all concrete fields in their order, none of them an enum:
    no object a row."""
    fields = model._meta.concrete_fields
    salt = next(place for place, field in enumerate(fields) if field.column == "salt")
    told = []
    for place, field in enumerate(fields):
        if field.column and place != salt:
            default = _default(field)
            told.append((place, str(field.column), default.__class__, default))

    def digest(values: Sequence[Any]) -> bytes:
        said = {
            name: value
            for place, name, kind, default in told
            if (value := values[place]).__class__ is not kind or value != default
        }
        return hashlib.sha256(bytes(values[salt]) + canonical(said)).digest()

    return digest


def _default(field: models.Field[Any, Any]) -> Any:
    """A value that no column holds when nothing counts as the default."""
    default = [] if field.default is list else {} if field.default is dict else field.default
    if default is models.NOT_PROVIDED:
        return None
    return _NEVER if callable(default) else bare(default)


def _is_default(value: Any, default: Any) -> bool:
    value = bare(value)
    return type(value) is type(default) and bool(value == default)


def bare(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


_NEVER = object()
