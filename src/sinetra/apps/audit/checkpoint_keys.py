"""Public keys of earlier rings, for the checkpoints of a restored backup and for nothing else.

A backup is not signed: whoever edits one can write a key of their own into it. So its keys never count for packages
(``Keyring.verify`` does not know them), and for checkpoints only as *unconfirmed* until a person has compared them with
the paper in the safe. A key id proves nothing, it is chosen freely; what is compared is the whole public key.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.files import write_atomically
from sinetra.ports.keyring import ID_BYTES, Keyring, verify_with

# The first has a beginning that the sealed copy of the ring takes along; no key id has this form.
_CONFIRMED, _UNCONFIRMED = "trusted-checkpoints-", "unconfirmed-"


class Standing(StrEnum):
    """What a signature of a checkpoint is worth."""

    GENUINE = "genuine"  # by the ring, or by a key that a person confirmed
    UNVERIFIED = "unverified"  # by a key that only a restored backup names
    FALSE = "false"  # by no key that is known here, or not over this content


def note(ring: Keyring, keys: Mapping[str, bytes]) -> None:
    """Writes down the keys that a restored backup names; never over one that is known by that id."""
    known = {**_files(ring, _CONFIRMED), **ring.public_keys()}
    for key_id, public in keys.items():
        if key_id not in known:
            ring.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(ring.folder / f"{_UNCONFIRMED}{key_id}.pub", public.hex().encode(), mode=0o600)


def confirm(ring: Keyring, public_key: str) -> str:
    """The id of the key that counts from now on. Errors: ``BadInput`` when no such key waits to be confirmed."""
    waiting = unconfirmed(ring)
    asked = public_key.strip().lower()
    for key_id, public in waiting.items():
        if public.hex() == asked:
            (ring.folder / f"{_UNCONFIRMED}{key_id}.pub").rename(ring.folder / f"{_CONFIRMED}{key_id}.pub")
            return key_id
    if asked in {public.hex() for public in named(ring).values()}:
        return next(key_id for key_id, public in named(ring).items() if public.hex() == asked)
    message = gettext_noop("%(field)s: bukan kunci publik (64 angka heksadesimal) yang menunggu: %(accepted)s")
    raise BadInput(message, field="--trust", accepted=[public.hex() for public in waiting.values()] or ["-"])


def unconfirmed(ring: Keyring) -> dict[str, bytes]:
    """Key id to public key."""
    return _files(ring, _UNCONFIRMED)


def named(ring: Keyring) -> dict[str, bytes]:
    """Every public key by which a checkpoint here may be signed, confirmed or not."""
    return {**unconfirmed(ring), **_files(ring, _CONFIRMED), **ring.public_keys()}


def standing(ring: Keyring, message: bytes, signature: bytes) -> Standing:
    key_id = signature[:ID_BYTES].hex()
    if ring.verify(message, signature) or _holds(_files(ring, _CONFIRMED).get(key_id), message, signature):
        return Standing.GENUINE
    if key_id not in ring.public_keys() and _holds(unconfirmed(ring).get(key_id), message, signature):
        return Standing.UNVERIFIED
    return Standing.FALSE


def _holds(public: bytes | None, message: bytes, signature: bytes) -> bool:
    return public is not None and verify_with(public, message, signature)


def _files(ring: Keyring, beginning: str) -> dict[str, bytes]:
    files = sorted(ring.folder.glob(f"{beginning}*.pub"))
    return {path.stem.removeprefix(beginning): bytes.fromhex(path.read_text("ascii")) for path in files}
