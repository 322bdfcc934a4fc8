"""Rows of uploads: found by their secret key, written in short transactions of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from sinetra.apps.base.gate import write_gate
from sinetra.apps.evidence.limits import full_disk_is_told
from sinetra.apps.evidence.models import Upload
from sinetra.core.errors import Conflict, NotFound, SinetraError, gettext_noop
from sinetra.ports.keyring import Purpose, keyed_hashes, open_sealed, seal


def hashes_of(key: str) -> tuple[bytes, ...]:
    """What a secret key may be stored as, by the newest key of the ring first."""
    return keyed_hashes(Purpose.CODE, b"upload\0" + key.encode())


def find(key: str) -> Upload:
    """Errors: ``NotFound`` (``upload_unknown``), also when its time is over."""
    upload = Upload.objects.filter(key_hash__in=hashes_of(key), expires_at__gt=timezone.now()).first()
    if upload is None:
        raise unknown()
    return upload


def unknown() -> NotFound:
    return NotFound(
        gettext_noop("Unggahan ini tidak ada lagi. Setelah 24 jam unggahan yang belum dikirim dihapus; unggah lagi."),
        code="upload_unknown",
    )


@contextmanager
def writing() -> Iterator[None]:
    """Errors: ``NoSpace``."""
    with full_disk_is_told(), write_gate(), transaction.atomic():
        yield


def change(upload: Upload, **values: Any) -> None:
    """While it is still this request's turn; of a row that is not stored yet, in memory only.

    Errors: ``NotFound``, ``Conflict`` (``overtaken``), ``NoSpace``."""
    if not upload._state.adding:
        with writing():
            changed = Upload.objects.filter(pk=upload.pk, turn=upload.turn).update(**values)
        if not changed:
            raise lost(upload)
    for name, value in values.items():
        setattr(upload, name, value)


def store(upload: Upload) -> None:
    """For the first time. Errors: ``NoSpace``."""
    with writing():
        upload.save(force_insert=True)


def has_turn(upload: Upload) -> bool:
    return Upload.objects.filter(pk=upload.pk, turn=upload.turn).exists()


def lost(upload: Upload) -> SinetraError:
    """Why it is not this request's turn any more: another one goes on with it, or it is gone."""
    if not Upload.objects.filter(pk=upload.pk).exists():
        return unknown()
    return Conflict(gettext_noop("Unggahan ini sedang dilanjutkan oleh kiriman lain."), code="overtaken")


def sealed_name(upload: Upload, name: str) -> bytes:
    return seal(Purpose.DATA, name.encode(), f"upload:{upload.pk}:name".encode())


def name_of(upload: Upload) -> str:
    return open_sealed(Purpose.DATA, bytes(upload.name_sealed), f"upload:{upload.pk}:name".encode()).decode()
