"""Versions of a pledge: one drafts, another publishes, and what is published stays as it is."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from prevention_rows import acting, draft, office, published
from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.publish_pledge_text import publish_pledge_text
from sinetra.apps.prevention.actions.write_pledge_text import write_pledge_text
from sinetra.apps.prevention.models import PledgeText
from sinetra.apps.prevention.selectors.pledges import in_force
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.prevention.pledge_templates import load_pledge_templates

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city(city: None) -> None:
    """Everybody of the invented city."""


def test_one_person_drafts_and_another_publishes():
    text = published()
    assert text.published_at is not None
    assert text.written_by is not None and text.checked_by is not None
    assert text.written_by_id != text.checked_by_id
    assert in_force(office().pk, date(2024, 11, 22)) == (text,)


def test_nobody_publishes_their_own_draft():
    writer = acting("petugas.bkpsdm")
    text = write_pledge_text(draft=draft(), actor=writer)
    with pytest.raises(Conflict) as refused:
        publish_pledge_text(text=text, version=text.version, actor=writer)
    assert refused.value.code == "two_persons"


def test_not_even_the_table_holds_a_text_with_one_person_twice():
    text = write_pledge_text(draft=draft(), actor=acting("petugas.bkpsdm"))
    with pytest.raises(IntegrityError), unit_of_work(SYSTEM) as work:
        work.change(text, checked_by_id=text.written_by_id)
        work.record("pledge.publish", text)


def test_a_published_version_is_never_altered_and_not_published_twice():
    text = published()
    with pytest.raises(Conflict) as refused:
        write_pledge_text(draft=draft(title="Lain sama sekali"), actor=acting("petugas.bkpsdm"), text=text)
    assert refused.value.code == "published"
    with pytest.raises(Conflict):
        publish_pledge_text(text=text, version=text.version, actor=acting("tim.netralitas.kedua"))


def test_a_draft_that_was_rewritten_meanwhile_is_read_again_first():
    text = write_pledge_text(draft=draft(), actor=acting("petugas.bkpsdm"))
    seen = text.version
    write_pledge_text(draft=draft(title="Ikrar yang lain"), actor=acting("petugas.bkpsdm"), text=text)
    with pytest.raises(Conflict):
        publish_pledge_text(text=text, version=seen, actor=acting("tim.netralitas"))


def test_a_new_version_takes_the_place_of_the_old_one_from_its_first_day():
    old = published()
    new = published(in_force_from=date(2024, 11, 1))
    assert (old.number, new.number) == (1, 2)
    assert in_force(office().pk, date(2024, 10, 31)) == (old,)
    assert in_force(office().pk, date(2024, 11, 1)) == (new,)
    assert in_force(office().pk, date(2024, 9, 24)) == ()


def test_a_new_version_does_not_begin_before_the_one_it_follows():
    published(in_force_from=date(2024, 11, 1))
    with pytest.raises(Conflict) as refused:
        published(in_force_from=date(2024, 10, 1))
    assert refused.value.code == "first_day"


def test_one_draft_of_a_kind_waits_and_the_other_kind_is_free():
    write_pledge_text(draft=draft(), actor=acting("petugas.bkpsdm"))
    with pytest.raises(Conflict) as refused:
        write_pledge_text(draft=draft(), actor=acting("tim.netralitas"))
    assert refused.value.code == "draft_waits"
    write_pledge_text(draft=draft(kind=PledgeText.Kind.PLEDGE), actor=acting("tim.netralitas"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "x"), ("body", "pendek"), ("written_part", "Netral."), ("written_part", "netral " * 60)],
)
def test_a_field_that_cannot_be_used_is_named(field: str, value: str):
    with pytest.raises(BadInput) as refused:
        write_pledge_text(draft=draft(**{field: value}), actor=acting("petugas.bkpsdm"))
    assert refused.value.field == field


@pytest.mark.parametrize("username", ["ppk", "inspektorat", "humas", "admin", "auditor.bkn", "penyelenggara.dputr"])
def test_who_may_not_write_or_publish(username: str):
    text = write_pledge_text(draft=draft(), actor=acting("petugas.bkpsdm"))
    with pytest.raises(Forbidden):
        write_pledge_text(draft=draft(), actor=acting(username))
    with pytest.raises(Forbidden):
        publish_pledge_text(text=text, version=text.version, actor=acting(username))


def test_another_office_neither_sees_nor_publishes_a_draft():
    text = write_pledge_text(draft=draft(), actor=acting("petugas.bkpsdm"))
    other = acting("staf.bawaslu")
    assert may(other, "pledge.publish") and not may(other, "pledge.publish", text)
    assert not visible(other, PledgeText).exists()
    assert not visible(PUBLIC, PledgeText).exists()


def test_the_starters_hold_four_points_in_both_languages_and_can_be_drafts():
    starters = load_pledge_templates(ROOT)
    assert {row.kind for row in starters} == set(PledgeText.Kind.values)
    for row in starters:
        assert len(row.points) == 4
        assert row.body("id") != row.body("en")
        words = {"title": row.title.id, "body": row.body("id"), "written_part": row.written_part.id}
        write_pledge_text(draft=draft(kind=PledgeText.Kind(row.kind), **words), actor=acting("petugas.bkpsdm"))
