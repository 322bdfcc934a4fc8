"""A circular is written by one person, published by another, frozen, and ends by a successor or with a reason."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.prevention.actions.annex_circular import add_circular_annex, remove_circular_annex
from sinetra.apps.prevention.actions.confirm_circular import confirm_circular
from sinetra.apps.prevention.actions.publish_circular import publish_circular
from sinetra.apps.prevention.actions.set_circular_pattern import set_circular_pattern
from sinetra.apps.prevention.actions.withdraw_circular import withdraw_circular
from sinetra.apps.prevention.actions.write_circular import write_circular
from sinetra.apps.prevention.circular_drafting import replacing
from sinetra.apps.prevention.circular_handlers import flag_changed_law
from sinetra.apps.prevention.circular_law import law_news
from sinetra.apps.prevention.circular_letter import letter_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.prevention.selectors import circulars as rows_of
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.law.words import SubjectStatus

sys.path.insert(0, str(Path(__file__).resolve().parent))

from circular_cast import BEFORE_CHANGE, TODAY, People, draft, published, written

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_a_draft_is_seen_by_who_writes_and_publishes_and_by_nobody_else(person: People) -> None:
    row = written(person)
    for username in ("petugas.bkpsdm", "tim.netralitas", "ppk"):
        assert rows_of.circular(person(username), row.pk) == row
    for actor in (PUBLIC, person("humas"), person("inspektorat"), person("staf.bawaslu"), person("admin")):
        with pytest.raises(NotFound):
            rows_of.circular(actor, row.pk)


def test_once_published_everybody_reads_it(person: People) -> None:
    row = published(person)
    for actor in (PUBLIC, person("humas"), person("inspektorat")):
        assert rows_of.circular(actor, row.pk) == row


@pytest.mark.parametrize("username", ["humas", "inspektorat", "ppk", "staf.bawaslu", "admin", "orang.luar"])
def test_who_has_no_part_in_it_may_not_write_one(username: str, person: People) -> None:
    with pytest.raises(Forbidden):
        write_circular(draft=draft(), actor=person(username))


def test_the_author_does_not_publish_and_a_second_person_does(person: People) -> None:
    row = written(person)
    with pytest.raises(Conflict) as refused:
        publish_circular(circular=row, version=row.version, actor=person("petugas.bkpsdm"))
    assert refused.value.code == "two_persons"
    for username in ("humas", "admin", "staf.bawaslu"):
        with pytest.raises(Forbidden):
            publish_circular(circular=row, version=row.version, actor=person(username))
    publish_circular(circular=row, version=row.version, actor=person("ppk"))
    row.refresh_from_db()
    assert row.state == Circular.State.PUBLISHED
    assert row.checked_by is not None


def test_what_was_rewritten_meanwhile_is_not_published_unread(person: People) -> None:
    row = written(person)
    read = row.version
    write_circular(draft=draft(subject="Hal yang lain"), actor=person("petugas.bkpsdm"), circular=row, version=read)
    with pytest.raises(Conflict):
        publish_circular(circular=row, version=read, actor=person("tim.netralitas"))


def test_two_who_write_at_once_are_told(person: People) -> None:
    row = written(person)
    read = row.version
    write_circular(draft=draft(subject="Yang pertama"), actor=person("petugas.bkpsdm"), circular=row, version=read)
    with pytest.raises(Conflict):
        write_circular(draft=draft(subject="Yang kedua"), actor=person("tim.netralitas"), circular=row, version=read)


def test_a_published_text_is_never_altered(person: People) -> None:
    row = published(person)
    frozen = letter_of(row)
    with pytest.raises(Conflict) as refused:
        write_circular(draft=draft(subject="Diubah diam-diam"), actor=person("petugas.bkpsdm"), circular=row)
    assert refused.value.code == "no_draft"
    with pytest.raises(Conflict):
        add_circular_annex(circular=row, name="Susulan", content=PDF, actor=person("petugas.bkpsdm"))
    row.refresh_from_db()
    assert letter_of(row) == frozen


def test_the_signatory_is_who_held_the_office_on_the_day_and_acting_ones_are_called_so(person: People) -> None:
    acting = letter_of(published(person)).signatory
    assert acting is not None
    assert (acting.title, acting.name, acting.kind) == ("Pjs Wali Kota Cendana", "Angsana Contohwati", "pjs")
    earlier = letter_of(published(person, "sebelum_penetapan", date(2024, 9, 2))).signatory
    assert earlier is not None
    assert (earlier.title, earlier.kind) == ("Wali Kota Cendana", "definitive")


def test_without_a_signatory_in_the_registry_nothing_is_written(person: People) -> None:
    with pytest.raises(BadInput) as refused:
        write_circular(draft=draft(day=date(2020, 1, 6)), actor=person("petugas.bkpsdm"))
    assert refused.value.field == "signatory_role"


def test_numbers_follow_the_pattern_of_the_office_without_a_gap(person: People) -> None:
    set_circular_pattern(
        year=2024, pattern="{sequence:02}/EDR/{roman_month}/HKU/{year}", actor=person("petugas.bkpsdm")
    )
    assert [published(person).number for _ in range(2)] == ["01/EDR/XI/HKU/2024", "02/EDR/XI/HKU/2024"]
    typed = published(person, number="HKM.77/EDR/XI/HKU/2024")
    assert typed.number == "HKM.77/EDR/XI/HKU/2024"
    assert published(person).number == "03/EDR/XI/HKU/2024"
    with pytest.raises(BadInput):
        set_circular_pattern(year=2024, pattern="tanpa urut", actor=person("petugas.bkpsdm"))
    with pytest.raises(Forbidden):
        set_circular_pattern(year=2024, pattern="{sequence}/{year}", actor=person("humas"))


def test_a_number_that_was_typed_before_is_passed_over(person: People) -> None:
    set_circular_pattern(year=2024, pattern="{sequence:02}/EDR/{year}", actor=person("petugas.bkpsdm"))
    published(person, number="HKM.1/EDR/2024")
    written(person, number="02/edr/2024")
    assert [published(person).number for _ in range(2)] == ["03/EDR/2024", "04/EDR/2024"]


def test_a_number_of_another_print_is_taken(person: People) -> None:
    published(person, number="12/SE/2024")
    with pytest.raises(BadInput) as refused:
        written(person, number="HKM.012/SE/2024")
    assert refused.value.field == "number"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject": "x"}, "subject"),
        ({"statuses": ()}, "statuses"),
        ({"statuses": (SubjectStatus.TNI,)}, "statuses"),
        ({"nature": "Rahasia"}, "nature"),
        ({"addressees": ("a" * 300,)}, "addressees"),
        ({"number": "1" * 200}, "number"),
        ({"blocks": ()}, "blocks"),
    ],
)
def test_what_cannot_be_is_named_by_its_field(changes: dict[str, object], field: str, person: People) -> None:
    with pytest.raises(BadInput) as refused:
        written(person, **changes)
    assert refused.value.field == field
    assert not Circular.objects.filter(state=Circular.State.DRAFT).exists()


def test_a_norm_that_does_not_hold_on_the_day_is_refused_by_name(person: People) -> None:
    blocks = draft().blocks
    wrong = tuple(replace(block, norms=(*block.norms, "attend.passive")) if block.norms else block for block in blocks)
    with pytest.raises(BadInput) as refused:
        written(person, blocks=wrong)
    assert refused.value.field.startswith("norms_")
    assert "attend.passive" in str(refused.value)


def test_a_letter_of_tomorrow_waits(person: People) -> None:
    row = written(person, day=date(2024, 11, 23))
    with pytest.raises(Conflict):
        publish_circular(circular=row, version=row.version, actor=person("tim.netralitas"))


def test_a_successor_ends_the_one_before_and_both_know_each_other(person: People) -> None:
    old = published(person)
    new = write_circular(draft=draft(subject="Edaran yang baru"), actor=person("petugas.bkpsdm"), supersedes=old)
    assert rows_of.successor(old) is None
    publish_circular(circular=new, version=new.version, actor=person("tim.netralitas"))
    old.refresh_from_db()
    assert old.state == Circular.State.SUPERSEDED
    assert old.ended_on == TODAY
    assert rows_of.successor(old) == new
    assert new.supersedes == old
    with pytest.raises(Conflict):
        write_circular(draft=draft(), actor=person("petugas.bkpsdm"), supersedes=old)


def test_of_two_successors_the_second_is_told(person: People) -> None:
    old = published(person)
    first, second = (write_circular(draft=draft(), actor=person("petugas.bkpsdm"), supersedes=old) for _ in range(2))
    publish_circular(circular=first, version=first.version, actor=person("tim.netralitas"))
    late = rows_of.circular(person("tim.netralitas"), second.pk)
    with pytest.raises(Conflict) as refused:
        publish_circular(circular=late, version=late.version, actor=person("tim.netralitas"))
    assert refused.value.code == "not_published"


def test_a_withdrawn_one_says_why_and_may_only_be_withdrawn_once(person: People) -> None:
    row = published(person)
    with pytest.raises(Forbidden):
        withdraw_circular(circular=row, reason="Salah", actor=person("humas"))
    with pytest.raises(BadInput):
        withdraw_circular(circular=row, reason=" ", actor=person("ppk"))
    withdraw_circular(circular=row, reason="Salah lampiran", actor=person("ppk"))
    assert (row.state, row.reason) == (Circular.State.WITHDRAWN, "Salah lampiran")
    with pytest.raises(Conflict):
        withdraw_circular(circular=row, reason="Lagi", actor=person("ppk"))


def test_changed_law_is_seen_on_read_and_flagged_once(person: People) -> None:
    old, now = published(person, day=BEFORE_CHANGE), published(person)
    assert {item.norm for item in law_news(old, TODAY)} >= {"attend.passive", "pilkada.71-1"}
    assert law_news(old, BEFORE_CHANGE) == ()
    assert law_news(now, TODAY) == ()
    assert (flag_changed_law(), flag_changed_law()) == (1, 0)
    old.refresh_from_db()
    assert old.law_changed_on == date(2024, 10, 30)
    assert (old, "law") in rows_of.to_do(person("petugas.bkpsdm"), TODAY)
    assert (now, "law") not in rows_of.to_do(person("petugas.bkpsdm"), TODAY)
    with pytest.raises(Forbidden):
        rows_of.to_do(person("humas"), TODAY)


def test_a_draft_whose_law_changed_is_not_published(person: People) -> None:
    row = written(person, day=BEFORE_CHANGE)
    with pytest.raises(Conflict) as refused:
        publish_circular(circular=row, version=row.version, actor=person("tim.netralitas"))
    assert refused.value.code == "law_changed"


def test_a_replacement_drops_what_ended_and_keeps_what_its_author_left_out(person: People) -> None:
    given = draft(day=BEFORE_CHANGE)
    blocks = tuple(
        replace(block, norms=tuple(name for name in block.norms if name != "skb2022.pd-2"), text="Kata sendiri:")
        if block.key == "dilarang"
        else block
        for block in given.blocks
    )
    old = published(person, day=BEFORE_CHANGE, blocks=blocks)
    new = {block.key: block for block in replacing(old, day=TODAY).blocks}
    assert "attend.passive" not in new["boleh"].norms
    assert "bawaslu2024.attendance" in new["dilarang"].norms
    assert "skb2022.pd-2" not in new["dilarang"].norms
    assert new["dilarang"].text == "Kata sendiri:"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00" + b"\0" * 100,
        b"<html><script>alert(1)</script>",
        b"<svg onload=alert(1)>",
        b"PK\x03\x04" + b"\0" * 30 + b"word/document.xml",
        b"%PDF-1.4 1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj %%EOF",
        b"%PDF-1.4 1 0 obj<</S/Launch/F(cmd.exe)>>endobj %%EOF",
        b"%PDF-1.4" + b"\0" * (10 * 1024 * 1024) + b"%%EOF",
        b"teks biasa",
    ],
    ids=["empty", "program", "page", "svg", "office", "script", "launch", "large", "text"],
)
def test_a_hostile_file_is_no_annex(content: bytes, person: People) -> None:
    row = written(person)
    with pytest.raises(BadInput) as refused:
        add_circular_annex(circular=row, name="surat.pdf", content=content, actor=person("petugas.bkpsdm"))
    assert refused.value.field == "file"
    assert not row.annexes.exists()


def test_an_annex_is_counted_in_the_letter_and_makes_a_new_version(person: People) -> None:
    row = written(person)
    read = row.version
    annex = add_circular_annex(circular=row, name="Daftar", content=PDF, actor=person("petugas.bkpsdm"))
    assert (annex.media_type, annex.place) == ("application/pdf", 1)
    with pytest.raises(Conflict):
        publish_circular(circular=row, version=read, actor=person("tim.netralitas"))
    with pytest.raises(Forbidden):
        add_circular_annex(circular=row, name="Daftar", content=PDF, actor=person("humas"))
    assert letter_of(row).annexes == "1 berkas"
    remove_circular_annex(annex=annex, actor=person("petugas.bkpsdm"))
    assert letter_of(rows_of.circular(person("petugas.bkpsdm"), row.pk)).annexes == "-"


def test_one_from_the_press_is_confirmed_by_the_officer_and_stays_what_it_was(person: People) -> None:
    row = Circular.objects.get(state=Circular.State.PRESS)
    row_of_press = Circular.objects.get(state=Circular.State.PRESS)
    with pytest.raises(Forbidden):
        confirm_circular(circular=row, issued_on=None, actor=person("humas"))
    confirm_circular(circular=row, issued_on=date(2024, 9, 20), actor=person("petugas.bkpsdm"))
    assert row.confirmed_at is not None
    assert (row.state, row.number) == (row_of_press.state, row_of_press.number)
    with pytest.raises(Conflict):
        confirm_circular(circular=row, issued_on=None, actor=person("petugas.bkpsdm"))
