from __future__ import annotations

from io import BytesIO

import pytest
from tests.hostile_files import acting_pdf, half_damaged_document, office_document, swollen_document, telling_jpeg

from sinetra.core.evidence.metadata import MOST_ITEMS, PLACE, UNREAD, Collected, Item, is_read, listed

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _told(content: bytes, media_type: str) -> dict[str, str]:
    return {item.name: item.value for item in listed(content, media_type)}


def test_a_photo_says_place_camera_time_author_and_comment():
    told = _told(telling_jpeg(), "image/jpeg")
    assert told[PLACE] == "-3.32000, 114.59167"
    assert (told["exif.Model"], told["exif.DateTimeOriginal"]) == ("Model 7", "2024:11:20 19:30:00")
    assert told["xmp.creator"] == "Sari Cendana"
    assert told["text.comment"] == "rumah saya"


def test_a_photo_that_says_nothing_has_an_empty_list():
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    assert listed(out.getvalue(), "image/png") == ()


@pytest.mark.parametrize(("kind", "media_type"), [("TIFF", "image/tiff"), ("GIF", "image/gif"), ("PNG", "image/png")])
def test_pictures_behind_the_first_one_are_told_since_the_copy_has_only_that(kind: str, media_type: str):
    from PIL import Image

    first, *more = (Image.new("RGB", (20, 20), colour) for colour in ("red", "blue"))
    several, alone = BytesIO(), BytesIO()
    first.save(several, kind, save_all=True, append_images=more)
    first.save(alone, kind)
    assert _told(several.getvalue(), media_type)["hidden.pages"] == "+"
    assert "hidden.pages" not in _told(alone.getvalue(), media_type)


def test_a_pdf_says_author_program_file_inside_and_what_would_act():
    told = _told(acting_pdf(), "application/pdf")
    assert told["pdf.Author"] == "Sari Cendana"
    assert told["xmp.creator"] == "Sari Cendana"
    assert told["pdf.file"] == "daftar.txt"
    hidden = {name for name in told if name.startswith("hidden.")}
    assert hidden == {"hidden.scripts", "hidden.actions", "hidden.embedded", "hidden.annotations"}


def test_an_office_document_says_author_and_that_it_bears_comments():
    told = _told(office_document(), _WORD)
    assert told["office.creator"] == "Sari Cendana"
    assert told["office.lastModifiedBy"] == "Budi"
    assert told["hidden.comments"] == "+"
    assert "hidden.macros" not in told


def test_properties_that_swell_are_not_read_and_that_is_told():
    assert listed(swollen_document(), _WORD) == (Item(name=UNREAD, value="+"),)


@pytest.mark.parametrize("damage", ["checksum", "packed"])
def test_a_half_damaged_document_tells_the_rest_and_that_something_is_missing(damage: str):
    told = _told(half_damaged_document(damage), _WORD)
    assert told["office.creator"] == "Sari Cendana"
    assert (told["hidden.comments"], told["hidden.macros"], told[UNREAD]) == ("+", "+", "+")
    assert UNREAD not in _told(office_document(), _WORD), "a whole one has no such sign"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"PK\x03\x04word/", _WORD), (b"%PDF-1.7\n%%EOF", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg")],
)
def test_a_file_that_cannot_be_read_at_all_says_so(content: bytes, media_type: str):
    assert listed(content, media_type) == (Item(name=UNREAD, value="+"),)


def test_what_was_found_before_a_failure_stays(monkeypatch: pytest.MonkeyPatch):
    def fails(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sinetra.core.evidence.of_pictures._texts", fails)
    told = _told(telling_jpeg(), "image/jpeg")
    assert told[PLACE] == "-3.32000, 114.59167" and told[UNREAD] == "+"


def test_that_something_is_missing_is_told_also_when_the_list_is_full():
    found = Collected()
    found.add_all("a", ((str(number), number) for number in range(MOST_ITEMS)))
    with found.part():
        raise ValueError
    assert found.items[-1] == Item(name=UNREAD, value="+")


def test_a_kind_that_nobody_reads_says_nothing():
    assert listed(b"\0" * 100, "video/mp4") == ()
    assert not is_read("video/mp4")
    assert is_read("image/jpeg") and is_read(_WORD)


def test_the_list_is_bounded_and_bears_no_signs_that_steer():
    found = Collected()
    for number in range(500):
        found.add(f"a.{number}", "x" * 10_000 + "\u202e\x1b[31m")
    assert len(found.items) == MOST_ITEMS
    assert len(found.items[0].value) == 300
    found = Collected()
    found.add("a", "b\u202e\x1bc")
    assert found.items == [Item(name="a", value="bc")]
