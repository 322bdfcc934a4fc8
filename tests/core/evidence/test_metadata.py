from __future__ import annotations

from io import BytesIO

from tests.hostile_files import acting_pdf, office_document, swollen_document, telling_jpeg

from sinetra.core.evidence.metadata import MOST_ITEMS, PLACE, Collected, Item, listed

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


def test_properties_that_swell_are_not_read():
    assert listed(swollen_document(), _WORD) == ()


def test_a_kind_that_nobody_reads_says_nothing():
    assert listed(b"\0" * 100, "video/mp4") == ()


def test_the_list_is_bounded_and_bears_no_signs_that_steer():
    found = Collected()
    for number in range(500):
        found.add(f"a.{number}", "x" * 10_000 + "\u202e\x1b[31m")
    assert len(found.items) == MOST_ITEMS
    assert len(found.items[0].value) == 300
    found = Collected()
    found.add("a", "b\u202e\x1bc")
    assert found.items == [Item(name="a", value="bc")]
