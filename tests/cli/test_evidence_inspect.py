"""``sinetra evidence inspect``: contract 7, its custody half; nothing of the file is stored."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from bench.likeness.pictures import jpeg, png, scene
from PIL import Image
from tests.cli.conftest import Run
from tests.hostile_files import acting_pdf, telling_jpeg


def asked(sinetra: Run, path: Path) -> dict[str, object]:
    found = sinetra("evidence", "inspect", str(path), "--json")
    assert (found.code, found.err) == (0, "")
    told: dict[str, object] = json.loads(found.out)
    return told


def test_a_photo_tells_its_metadata_and_has_a_copy_and_a_hash(sinetra: Run, tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(telling_jpeg())
    told = asked(sinetra, path)
    assert set(told) == {
        "sha256",
        "media_type",
        "metadata",
        "cleaned_sha256",
        "text",
        "perceptual_hash",
        "warnings",
    }
    assert told["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (told["media_type"], told["warnings"]) == ("image/jpeg", [])
    assert isinstance(told["metadata"], dict)
    assert "gps.position" in told["metadata"]
    assert told["cleaned_sha256"] not in (None, told["sha256"])
    assert told["text"] == {"content": "", "engine": None, "confidence": None}
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


def test_the_same_picture_again_has_the_same_hash_and_a_surface_has_none(sinetra: Run, tmp_path: Path) -> None:
    plain = Image.new("RGB", (90, 60), "white")
    files = {"a": scene(7), "b": jpeg(scene(7), 60), "c": plain}
    hashes = []
    for name, picture in files.items():
        (tmp_path / name).write_bytes(png(picture))
        hashes.append(asked(sinetra, tmp_path / name)["perceptual_hash"])
    first, second, none = hashes
    assert none is None
    assert isinstance(first, str) and isinstance(second, str)
    assert (int(first, 16) ^ int(second, 16)).bit_count() <= 6


def test_what_acts_or_is_not_what_its_name_says_is_warned_of(sinetra: Run, tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(acting_pdf())
    told = asked(sinetra, path)
    assert told["media_type"] == "application/pdf"
    assert isinstance(told["warnings"], list)
    assert {"pdf_script", "wrong_ending"} <= set(told["warnings"])


def test_a_recording_is_played_and_has_no_copy(sinetra: Run, tmp_path: Path) -> None:
    path = tmp_path / "suara.wav"
    path.write_bytes(b"RIFF" + (36).to_bytes(4, "little") + b"WAVEfmt " + bytes(28))
    told = asked(sinetra, path)
    assert (told["cleaned_sha256"], told["perceptual_hash"], told["warnings"]) == (None, None, ["not_cleaned:kind"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 arsip", b"<html><script>x()</script></html>"])
def test_what_would_not_be_taken_is_refused_and_the_kinds_are_named(
    sinetra: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(content)
    assert "JPEG" in sinetra("evidence", "inspect", str(path)).line


def test_a_file_that_is_not_there_is_told_in_one_line(sinetra: Run, tmp_path: Path) -> None:
    assert "FILE" in sinetra("evidence", "inspect", str(tmp_path / "tidak-ada"), SINETRA_LANG="en").line


def test_people_read_it_as_lines(sinetra: Run, tmp_path: Path) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(telling_jpeg())
    found = sinetra("evidence", "inspect", str(path))
    assert found.code == 0
    assert "SHA-256 salinan bersih: " in found.out
