from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from tests.hostile_files import acting_pdf, layered_pdf, pixel_bomb, telling_jpeg

from sinetra.core.evidence.clean import CannotClean, Refusal, cleaned
from sinetra.core.evidence.metadata import listed


def _why(content: bytes, media_type: str) -> Refusal:
    with pytest.raises(CannotClean) as caught:
        cleaned(content, media_type)
    return caught.value.why


def test_a_cleaned_photo_says_nothing_and_shows_the_same():
    made = cleaned(telling_jpeg(), "image/jpeg")
    assert made.media_type == "image/jpeg"
    assert listed(made.content, made.media_type) == ()
    assert b"rumah saya" not in made.content and b"Exif" not in made.content and b"Kamera" not in made.content
    picture = Image.open(BytesIO(made.content))
    assert picture.size == (80, 60)
    red = picture.getpixel((10, 30))
    assert isinstance(red, tuple) and red[0] > 200 > 60 > red[2]


def test_a_photo_taken_sideways_stands_upright():
    made = Image.open(BytesIO(cleaned(telling_jpeg(orientation=6), "image/jpeg").content))
    assert made.size == (60, 80)
    top = made.getpixel((30, 10))
    assert isinstance(top, tuple) and top[0] > 200


def test_a_large_photo_becomes_one_that_a_screen_holds():
    made = Image.open(BytesIO(cleaned(telling_jpeg(6000, 400), "image/jpeg").content))
    assert max(made.size) == 3000


def test_an_archive_behind_a_photo_is_gone():
    made = cleaned(telling_jpeg() + b"PK\x03\x04rahasia", "image/jpeg")
    assert b"PK\x03\x04" not in made.content


@pytest.mark.parametrize("lost", [200, 600])
def test_a_photo_that_was_cut_off_has_no_copy(lost: int):
    whole = telling_jpeg()
    assert _why(whole[: len(whole) - lost], "image/jpeg") is Refusal.BROKEN


def test_a_photo_under_another_signature_has_no_copy():
    assert _why(telling_jpeg(), "image/png") is Refusal.BROKEN


def test_a_bomb_of_points_is_not_decoded():
    assert _why(pixel_bomb(), "image/png") is Refusal.LARGE


def test_a_video_has_no_copy():
    assert _why(b"\0" * 50, "video/mp4") is Refusal.KIND


def test_text_loses_the_signs_that_turn_it_round():
    made = cleaned("Nama\u202e terbalik\x1b[2J\nbaris dua".encode(), "text/plain")
    assert made.content.decode() == "Nama terbalik[2J\nbaris dua"


def test_a_cleaned_pdf_keeps_its_pages_and_nothing_that_acts_or_tells():
    whole = acting_pdf()
    assert b"/JavaScript" in whole and b"nama-nama" in whole, "the file to clean does have them"
    made = cleaned(whole, "application/pdf")
    reader = PdfReader(BytesIO(made.content))
    assert len(reader.pages) == 2
    assert reader.pages[0].images[0].image is not None
    for word in (b"/JavaScript", b"/JS", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"nama-nama", b"/Annots", b"lacak"):
        assert word not in made.content
    assert listed(made.content, "application/pdf") == ()
    assert b"Sari" not in made.content and b"Exif" not in made.content


def test_a_cleaned_pdf_names_no_layer_and_carries_no_notes_in_what_paints_it():
    whole = layered_pdf()
    words = (b"Lapisan Rahasia", b"Pembuat Lapisan", b"XMP Rahasia", b"XMP Luar", b"Catatan Rahasia")
    assert all(word in whole for word in words), "the file to clean does have them"
    made = cleaned(whole, "application/pdf").content
    assert [word for word in words if word in made] == []
    assert "Tulisan tampak" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_a_pdf_under_a_password_has_no_copy():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("sandi", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert _why(out.getvalue(), "application/pdf") is Refusal.LOCKED


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 5000, b"%PDF-1.4\n%%EOF"])
def test_a_pdf_that_is_none_has_no_copy(content: bytes):
    assert _why(content, "application/pdf") is Refusal.BROKEN


def test_a_page_that_calls_a_font_by_the_name_of_a_script_gets_no_copy_rather_than_one_that_may_act():
    from pypdf.generic import DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font")})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/JS"): font})}
    )
    out = BytesIO()
    writer.write(out)
    assert _why(out.getvalue(), "application/pdf") is Refusal.BROKEN


def test_a_font_that_a_page_calls_by_a_name_of_notes_stays_in_the_copy():
    from pypdf.generic import DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    font = DictionaryObject({NameObject("/BaseFont"): NameObject("/Helvetica")})
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/AF"): font})}
    )
    out = BytesIO()
    writer.write(out)
    made = PdfReader(BytesIO(cleaned(out.getvalue(), "application/pdf").content))
    assert made.pages[0]["/Resources"]["/Font"]["/AF"]["/BaseFont"] == "/Helvetica"
