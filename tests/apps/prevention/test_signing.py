"""Signing: leaders first, once each, the sentence written out; by code and on paper."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from prevention_rows import SENTENCE, acting, came, held_activity, office, person, published
from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.enter_pledge_sheet import enter_pledge_sheet
from sinetra.apps.prevention.actions.sign_pledge import sign_pledge
from sinetra.apps.prevention.coverage.ask import REFRESH
from sinetra.apps.prevention.models import Attendance, PledgeSignature, PledgeText
from sinetra.apps.prevention.uploads import LONGEST_SIDE, SIGNED_SHEET, harmless
from sinetra.apps.registry.models import Unit
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db
TODAY = date(2024, 11, 22)
LEADER, STAFF = "Durian", "Eukaliptus"


@pytest.fixture(autouse=True)
def _city(city: None) -> None:
    """Everybody of the invented city."""


@pytest.fixture
def text() -> PledgeText:
    return published()


def unit(code: str = "DPUTR") -> Unit:
    return Unit.objects.get(organisation=office(), code=code)


def sign(row: Attendance, text: PledgeText, **more: str) -> PledgeSignature:
    given = {"name": row.name, "written": SENTENCE} | more
    return sign_pledge(attendance=row, text=text, on=TODAY, **given)


def paper() -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, "PNG")
    return out.getvalue()


def enter(text: PledgeText, *, people: tuple[str, ...] = (), names: tuple[str, ...] = (), **more):
    given = {"unit": unit(), "scan": paper(), "signed_on": date(2024, 11, 20), "actor": acting("penyelenggara.dputr")}
    rows = [person(name) for name in people]
    return enter_pledge_sheet(**({"text": text, "people": rows, "names": names, "today": TODAY} | given | more))


# By code


def test_the_leader_signs_first_and_then_the_people_may(text: PledgeText):
    activity = held_activity()
    staff, _ = came(activity, person(STAFF))
    with pytest.raises(Conflict) as refused:
        sign(staff, text)
    assert refused.value.code == "leader_first"
    leader, _ = came(activity, person(LEADER))
    assert sign(leader, text).is_leader
    signed = sign(staff, text)
    assert (signed.is_leader, signed.unit, signed.unit_text, signed.way) == (False, unit(), unit().name, "code")
    assert signed.activity_id == activity.pk


def test_a_finger_that_taps_twice_signs_once_and_reads_so(text: PledgeText, monkeypatch: pytest.MonkeyPatch):
    """The second request looked before the first had stored."""
    leader, _ = came(held_activity(), person(LEADER))
    sign(leader, text)
    monkeypatch.setattr("sinetra.apps.prevention.actions.sign_pledge.signature_of", lambda *_: None)
    with pytest.raises(Conflict) as refused:
        sign(leader, text)
    assert refused.value.code == "signed"
    assert PledgeSignature.objects.count() == 1


def test_two_organisers_who_enter_the_same_sheet_at_once_leave_one(text: PledgeText, monkeypatch: pytest.MonkeyPatch):
    enter(text, people=(LEADER,))
    monkeypatch.setattr("sinetra.apps.prevention.actions.enter_pledge_sheet._signed_before", lambda *_: set())
    with pytest.raises(Conflict):
        enter(text, people=(LEADER,))
    assert PledgeSignature.objects.count() == 1


def test_the_leader_of_a_unit_signs_after_the_one_above_it(text: PledgeText):
    activity = held_activity()
    lurah, _ = came(activity, person("Kelapa"))
    with pytest.raises(Conflict) as refused:
        sign(lurah, text)
    assert refused.value.code == "leader_first"
    camat, _ = came(activity, person("Jambu"))
    sign(camat, text)
    assert sign(lurah, text).is_leader


def test_a_unit_without_a_known_leader_holds_up_nobody(text: PledgeText):
    nurse, _ = came(held_activity(), person("Waru"))
    assert not sign(nurse, text).is_leader


def test_who_has_no_unit_and_is_not_in_the_register_signs_too(text: PledgeText):
    guest, _ = came(held_activity(), "Rimbang Contohwan")
    row = sign(guest, text)
    assert (row.person, row.unit, row.status) == (None, None, "non_asn")


def test_a_leader_who_signed_and_left_has_opened_the_unit(text: PledgeText):
    activity = held_activity()
    leader, _ = came(activity, person(LEADER))
    sign(leader, text)
    person(LEADER).__class__.objects.filter(name__startswith=LEADER).update(unit=unit("DISDIK"))
    staff, _ = came(activity, person(STAFF))
    sign(staff, text)


def test_each_signs_a_version_once_and_the_next_version_again(text: PledgeText):
    activity = held_activity()
    leader, _ = came(activity, person(LEADER))
    sign(leader, text)
    with pytest.raises(Conflict) as refused:
        sign(leader, text)
    assert refused.value.code == "signed"
    newer = published(in_force_from=date(2024, 11, 22))
    with pytest.raises(Conflict) as old:
        sign(leader, text)
    assert old.value.code == "not_in_force"
    assert sign(leader, newer).text == newer
    assert PledgeSignature.objects.filter(text=text).count() == 1


def test_one_name_signs_once_however_it_is_written(text: PledgeText):
    activity = held_activity(sessions=2)
    one, _ = came(activity, "Rimbang Contohwan")
    again, _ = came(activity, "Drs. RIMBANG  contohwan, M.Si.", place=2)
    sign(one, text)
    with pytest.raises(Conflict):
        sign(again, text)


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("written", {"written": "Saya netral."}),
        ("written", {"written": f"{SENTENCE} Sungguh."}),
        ("written", {"written": " "}),
        ("name", {"name": "Orang Lain"}),
    ],
)
def test_what_was_not_written_rightly_is_named_and_nothing_is_stored(
    text: PledgeText, field: str, given: dict[str, str]
):
    leader, _ = came(held_activity(), person(LEADER))
    with pytest.raises(BadInput) as refused:
        sign(leader, text, **given)
    assert refused.value.field == field
    assert not PledgeSignature.objects.exists()


def test_titles_and_case_of_the_name_do_not_count(text: PledgeText):
    leader, _ = came(held_activity(), person(LEADER))
    sign(leader, text, name="Drs. DURIAN  contohwan, M.Si.", written=SENTENCE.upper())


def test_the_trace_holds_no_name_of_a_signer(text: PledgeText):
    leader, _ = came(held_activity(), person(LEADER))
    sign(leader, text)
    entry = AuditEntry.objects.get(action="pledge.sign")
    assert "Durian" not in str(entry.__dict__)


# On paper


def test_a_sheet_is_entered_leader_first_whatever_the_order_of_the_ticks(text: PledgeText):
    rows = enter(text, people=(STAFF, LEADER), names=("Yakon Contohsari",))
    assert [row.is_leader for row in rows] == [True, False, False]
    assert {row.way for row in rows} == {"paper"}
    assert len({row.scan for row in rows}) == 1


def test_a_whole_sheet_promises_one_count_of_coverage_with_all_who_are_on_it(text: PledgeText):
    enter(text, people=(LEADER, STAFF), names=("Yakon Contohsari",))
    (task,) = OutboxTask.objects.filter(name=REFRESH)
    assert task.payload["people"] == sorted([str(person(LEADER).pk), str(person(STAFF).pk)])


def test_a_sheet_without_the_leader_is_refused_whole(text: PledgeText):
    with pytest.raises(Conflict) as refused:
        enter(text, people=(STAFF,), names=("Yakon Contohsari",))
    assert refused.value.code == "leader_first"
    assert not PledgeSignature.objects.exists()


def test_who_signed_by_code_is_not_entered_again(text: PledgeText):
    leader, _ = came(held_activity(), person(LEADER))
    sign(leader, text)
    rows = enter(text, people=(LEADER, STAFF))
    assert [row.name for row in rows] == [person(STAFF).name]
    assert enter(text, people=(LEADER, STAFF)) == []


def test_a_typed_name_that_one_of_the_unit_has_is_that_person(text: PledgeText):
    enter(text, people=(LEADER,), names=("eukaliptus CONTOHPUTRA, S.T.",))
    assert PledgeSignature.objects.filter(person=person(STAFF)).count() == 1


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("people", {}),
        ("people", {"people": ("Sakura",)}),
        ("names", {"people": (LEADER,), "names": tuple(f"Nama {n}" for n in range(201))}),
        ("signed_on", {"people": (LEADER,), "signed_on": date(2024, 11, 23)}),
        ("signed_on", {"people": (LEADER,), "signed_on": date(2024, 9, 24)}),
        ("scan", {"people": (LEADER,), "scan": b"<html><script>"}),
        ("scan", {"people": (LEADER,), "scan": b"GIF89a" + b"\0" * 50}),
        ("scan", {"people": (LEADER,), "scan": b"\x89PNG\r\n\x1a\n" + b"\0" * 50}),
        ("scan", {"people": (LEADER,), "scan": b"%PDF-1.7 cut off"}),
        ("scan", {"people": (LEADER,), "scan": b"%PDF-1.7" + b"\0" * SIGNED_SHEET.most_octets + b"%%EOF"}),
    ],
)
def test_a_sheet_that_cannot_be_used_names_what_is_wrong_and_stores_nothing(text: PledgeText, field: str, given):
    with pytest.raises(BadInput) as refused:
        enter(text, **given)
    assert refused.value.field == field
    assert not PledgeSignature.objects.exists()


@pytest.mark.parametrize(
    "username", ["petugas.bkpsdm", "tim.netralitas", "ppk", "inspektorat", "admin", "staf.bawaslu"]
)
def test_nobody_but_the_organiser_of_the_unit_enters_a_sheet(text: PledgeText, username: str):
    with pytest.raises(Forbidden):
        enter(text, people=(LEADER,), actor=acting(username))


def test_the_organiser_of_one_unit_does_not_enter_for_another(text: PledgeText):
    with pytest.raises(Forbidden):
        enter(text, unit=unit("DISDIK"), people=("Sakura",))


# The scan


def test_a_picture_is_drawn_anew_without_what_it_carried():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rahasia di dalam foto"
    Image.new("RGB", (4000, 3000), "white").save(out, "JPEG", exif=exif)
    content = out.getvalue() + b"PK\x03\x04<script>"
    assert b"rahasia" in content
    scan = harmless(content, SIGNED_SHEET)
    assert b"rahasia" not in scan.content and b"<script>" not in scan.content
    with Image.open(BytesIO(scan.content)) as made:
        assert (made.format, max(made.size)) == ("JPEG", LONGEST_SIDE)
        assert not made.getexif()


def test_a_picture_of_too_many_points_is_refused_before_it_is_decoded():
    out = BytesIO()
    Image.new("1", (20_000, 3_000)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(BadInput):
        harmless(out.getvalue(), SIGNED_SHEET)


def test_a_scan_is_sealed_on_the_disk_and_opens_again_also_after_a_rotation(text: PledgeText):
    content = b"%PDF-1.7 tanda tangan %%EOF"
    row = enter(text, people=(LEADER,), scan=content)[0]
    assert b"tanda tangan" not in kept_files.store().get(row.scan)
    keyring().rotate(Purpose.DATA)
    assert kept_files.opened(row.scan, kept_files.PLEDGE) == content


def test_a_refused_sheet_leaves_no_file(text: PledgeText):
    before = list(kept_files.store().names())
    with pytest.raises(Conflict):
        enter(text, people=(STAFF,))
    assert list(kept_files.store().names()) == before
    kept = enter(text, people=(LEADER,))[0].scan
    assert set(kept_files.store().names()) - set(before) == {kept}
    kept_files.forget(kept)
    with pytest.raises(NotFound):
        kept_files.opened(kept, kept_files.PLEDGE)


def test_signatures_are_visible_to_the_organiser_of_the_unit_only(text: PledgeText):
    enter(text, people=(LEADER, STAFF))
    assert visible(acting("penyelenggara.dputr"), PledgeSignature).count() == 2
    everybody = [row.username for row in User.objects.all() if row.username != "penyelenggara.dputr"]
    assert len(everybody) > 12
    assert [name for name in everybody if visible(acting(name), PledgeSignature).exists()] == []
