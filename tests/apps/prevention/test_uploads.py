"""A file that somebody sends: what is kept of it, and what is refused."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))

from upload_cast import office_file, picture

from sinetra.apps.prevention.uploads import MATERIAL, harmless, named
from sinetra.core.errors import BadInput


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_without_what_the_camera_wrote(kind: str) -> None:
    given = picture(kind)
    assert b"KameraContoh" in given, "the twin: it is there before"
    kept = harmless(given + b"<script>alert(1)</script>", MATERIAL)
    assert b"KameraContoh" not in kept.content
    assert b"script" not in kept.content
    assert named("foto.exe", kept.media_type) == "foto.jpg"
    with Image.open(BytesIO(kept.content)) as drawn:
        assert not dict(drawn.getexif())
        assert drawn.size == (48, 64), "turned as the camera said"


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"%PDF-1.7\n%...%%EOF", "pdf"),
        (office_file("word"), "docx"),
        (office_file("xl"), "xlsx"),
        (office_file("ppt"), "pptx"),
    ],
)
def test_documents_of_an_office_are_kept_as_they_are(content: bytes, suffix: str) -> None:
    kept = harmless(content, MATERIAL)
    assert kept.content == content
    assert named("../../etc/materi.jpg", kept.media_type) == f"materi.{suffix}"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00" + b"\x00" * 60,
        b"\x7fELF" + b"\x00" * 60,
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"<svg onload=alert(1)>",
        b"PK\x03\x04" + b"\x00" * 40,
        b"GIF89a" + b"\x00" * 40,
        b"teks saja",
        b"\xff\xd8\xff" + b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
        office_file("word", b"Sub AutoOpen()"),
        b"%PDF-" + b"0" * (20 * 1024 * 1024),
    ],
    ids=["empty", "exe", "elf", "html", "svg", "zip", "gif", "text", "jpeg", "png", "macros", "large"],
)
def test_what_is_hostile_broken_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput) as error:
        harmless(content, MATERIAL)
    assert error.value.field == "file"


def test_a_bomb_of_points_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinetra.apps.prevention.uploads.MOST_PIXELS", 64 * 48 - 1)
    with pytest.raises(BadInput):
        harmless(picture(), MATERIAL)


@given(st.text(max_size=300))
def test_a_name_never_holds_a_path_or_a_steering_sign(name: str) -> None:
    found = named(name, "application/pdf")
    assert found.endswith(".pdf")
    assert 4 < len(found) <= 160
    assert not set(found) & set('/\\"<>|:*?\r\n\x00\u202e')
    assert not found.startswith(".")
