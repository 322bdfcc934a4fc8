"""Rows that are written once: no verb, task or program changes or removes them through the ORM."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models

from sinetra.core.errors import Conflict, gettext_noop

M = TypeVar("M", bound=models.Model)


class KeptQuerySet(models.QuerySet[M]):
    """Errors: ``Conflict`` for every change."""

    def update(self, **values: Any) -> NoReturn:
        raise _refusal()

    def bulk_update(self, *args: Any, **values: Any) -> NoReturn:
        raise _refusal()

    def delete(self) -> NoReturn:
        raise _refusal()


class Kept(models.Model):
    """Errors: ``Conflict`` when a stored row is saved or deleted."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **values: Any) -> None:
        if not self._state.adding:
            raise _refusal()
        super().save(*args, **values)

    def delete(self, *args: Any, **values: Any) -> NoReturn:
        raise _refusal()


def _refusal() -> Conflict:
    return Conflict(gettext_noop("Hitungan indeks yang tersimpan tidak diubah. Hitung lagi."), code="kept")
