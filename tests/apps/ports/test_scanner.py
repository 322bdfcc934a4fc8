"""What a file is, by its content."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from sinetra.ports.scanner import scanner


def office(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("head", "media_type", "accepted"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", True),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png", True),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp", True),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", "audio/wav", True),
        (b"\x00\x00\x00\x18ftypheic", "image/heic", True),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4", True),
        (b"\x00\x00\x00\x18ftypxxxx", None, False),
        (b"OggS\x00", "audio/ogg", True),
        (b"#!AMR\n", "audio/amr", True),
        (b"%PDF-1.7", "application/pdf", True),
        (office("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
        (office("virus.exe"), "application/zip", False),
        (b"MZ\x90\x00", "application/x-executable", False),
        (b"#!/bin/sh\n", "application/x-executable", False),
        (b"  <!DOCTYPE HTML><script>", "text/html", False),
        (b"\xef\xbb\xbf<!-- x --><html>", "text/html", False),
        (b'<?xml version="1.0"?><!-- x --><svg onload="x()">', "image/svg+xml", False),
        (b"<catatan> rapat <html> besok", "text/html", False),
        (b"Rapat besok, lihat <svg> di grup", "text/plain", True),
        (b"II*\x00\x08", "image/tiff", True),
        (b"RIFF\x10\x00\x00\x00AVI LIST", "video/x-msvideo", True),
        (b"\xff\xf1\x50\x80", "audio/aac", True),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", True),
        ("Percakapan grup · café".encode(), "text/plain", True),
        (b"nul\x00byte", None, False),
        (b"", None, False),
        (bytes(range(128, 256)), None, False),
    ],
)
def test_a_file_is_what_its_content_says(head: bytes, media_type: str | None, accepted: bool) -> None:
    verdict = scanner().scan(head)
    assert (verdict.media_type, verdict.accepted) == (media_type, accepted)


def test_a_text_cut_in_the_middle_of_a_character_is_still_text() -> None:
    assert scanner().scan(("a" * 4095 + "é").encode()[:4096]).media_type == "text/plain"


def test_real_files_of_the_catalogue_are_recognised() -> None:
    from sinetra.catalogue import ROOT

    article = next(Path(ROOT / "samples" / "articles").glob("*.txt"))
    assert scanner().scan(article.read_bytes()[:4096]).media_type == "text/plain"
