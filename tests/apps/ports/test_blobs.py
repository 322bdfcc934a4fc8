"""Conformance of blob stores, and the disk that is full."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sinetra.core.errors import BadInput, NotFound, VerificationFailed
from sinetra.ports.blobs import BlobStore, FolderBlobs, blob_store


@pytest.fixture(params=["default", "url"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> BlobStore:
    return blob_store(tmp_path) if request.param == "default" else blob_store(tmp_path, f"file://{tmp_path}/elsewhere")


def test_content_comes_back_under_its_hash(store: BlobStore) -> None:
    name = store.put(b"bukti")
    assert name == hashlib.sha256(b"bukti").hexdigest()
    assert store.get(name) == b"bukti"
    with store.open(name) as file:
        assert file.read(3) == b"buk"


def test_a_stream_is_the_same_as_the_whole(store: BlobStore) -> None:
    assert store.put(iter([b"bu", b"", b"kti"])) == store.put(b"bukti")
    assert list(store.names()) == [hashlib.sha256(b"bukti").hexdigest()]


def test_names_come_in_order_and_a_deleted_one_is_gone(store: BlobStore) -> None:
    names = sorted(store.put(bytes([n])) for n in range(20))
    assert list(store.names()) == names
    store.delete(names[3])
    store.delete(names[3])
    assert not store.exists(names[3])
    with pytest.raises(NotFound):
        store.get(names[3])


def test_a_changed_file_is_found(tmp_path: Path) -> None:
    store = FolderBlobs(tmp_path)
    name = store.put(b"asli")
    assert store.verify(name)
    path = tmp_path / "sha256" / name[:2] / name[2:4] / name
    path.write_bytes(b"palsu")
    assert not store.verify(name)
    with pytest.raises(VerificationFailed):
        store.get(name)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_a_name_that_is_no_hash_is_refused(store: BlobStore, name: str) -> None:
    with pytest.raises(BadInput):
        store.open(name)


def test_a_stream_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        FolderBlobs(tmp_path).put(broken())
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_address_of_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="SINETRA_BLOBS_URL"):
        blob_store(tmp_path, "s3://bucket")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """One megabyte. Mounting needs root and the right to mount."""
    if os.geteuid() != 0:
        pytest.skip("a small disk is mounted by root only")
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a tmpfs")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_full_disk_is_an_error_and_keeps_what_was_there(small_disk: Path) -> None:
    store = FolderBlobs(small_disk)
    kept = store.put(b"k" * 400_000)
    with pytest.raises(OSError, match="No space left"):
        store.put(b"x" * 800_000)
    assert list(store.names()) == [kept]
    assert [path.name for path in small_disk.iterdir()] == ["sha256"]
    assert store.put(b"y" * 100_000)
