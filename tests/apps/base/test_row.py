"""The digest of a row: every column that says something, and no change by a column that a later release adds."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, models, transaction

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.errors import Conflict

pytestmark = pytest.mark.django_db


def test_the_digest_changes_with_every_column(bawaslu: Organisation) -> None:
    seen = {bawaslu.digest()}
    for column, value in (("name", "x"), ("short_name", "y"), ("kind", "kpu"), ("is_demo", True), ("version", 9)):
        setattr(bawaslu, column, value)
        seen.add(bawaslu.digest())
    bawaslu.public_key = b"\0"
    seen.add(bawaslu.digest())
    bawaslu.salt = b"\1" * 16
    seen.add(bawaslu.digest())
    assert len(seen) == 8


def test_the_digest_is_the_same_after_reading_it_back(bawaslu: Organisation) -> None:
    assert Organisation.objects.get(pk=bawaslu.pk).digest() == bawaslu.digest()


def test_two_rows_with_the_same_content_have_different_digests(bawaslu: Organisation) -> None:
    twin = Organisation(id=bawaslu.pk, created_at=bawaslu.created_at)
    for field in ("name", "short_name", "kind", "level"):
        setattr(twin, field, getattr(bawaslu, field))
    assert twin.columns() == bawaslu.columns()
    assert twin.digest() != bawaslu.digest()


def test_a_column_that_a_later_release_adds_changes_no_digest(bawaslu: Organisation) -> None:
    before = bawaslu.columns()
    for default in (
        models.CharField(default=""),
        models.BooleanField(default=False),
        models.IntegerField(null=True),
        models.JSONField(default=dict),
    ):
        default.set_attributes_from_name("added")
        fields = [*Organisation._meta.concrete_fields, default]
        bawaslu.added = default.get_default()  # type: ignore[attr-defined]
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(Organisation._meta.__dict__, "concrete_fields", fields)
            assert bawaslu.columns() == before
            bawaslu.added = 1  # type: ignore[attr-defined]
            assert bawaslu.columns() == before | {"added": 1}


def test_unknown_false_and_empty_are_three_things(bawaslu: Organisation) -> None:
    nullable = models.BooleanField(null=True)
    nullable.set_attributes_from_name("added")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Organisation._meta.__dict__, "concrete_fields", [*Organisation._meta.concrete_fields, nullable])
        digests = set()
        for value in (None, False, True, ""):
            bawaslu.added = value  # type: ignore[attr-defined]
            digests.add(bawaslu.digest())
    assert len(digests) == 4


def test_the_slower_of_two_is_told(bawaslu: Organisation) -> None:
    other = Organisation.objects.get(pk=bawaslu.pk)
    with unit_of_work(SYSTEM) as work:
        work.change(bawaslu, short_name="pertama")
        work.record("organisation.rename", bawaslu)
    with pytest.raises(Conflict), unit_of_work(SYSTEM) as work:
        work.change(other, short_name="kedua")
    with pytest.raises(Conflict), unit_of_work(SYSTEM) as work:
        work.remove(other)


def test_every_audited_row_belongs_to_an_organisation(bawaslu: Organisation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(code="x", name="x", kind="dinas")
    assert issubclass(Unit, Row)
