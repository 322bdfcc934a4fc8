"""The key ring: versioned keys in a folder of its own, one file a key, read by the owner only.

A new version replaces none: it is used for writing, the old ones go on reading. Every ciphertext and signature
carries the id of its key. The ring is never in a data backup (``sinetra keys escrow`` makes its own, sealed copy).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from sinetra.core.errors import SinetraError, VerificationFailed, gettext_noop
from sinetra.ports.files import write_atomically

ID_BYTES = 8
NONCE_BYTES = 24


class Purpose(StrEnum):
    """What a key is for; a key of one purpose opens nothing of another."""

    DATA = "data"  # columns and files at rest
    CODE = "code"  # report codes: derived and looked up by keyed hash
    VIEW = "view"  # sealed form fields and view tokens
    SIGNING = "signing"  # checkpoints, receipts, packages (Ed25519)
    BLIND = "blind"  # look-ups by equality over sealed columns
    DJANGO = "django"  # sessions and the like


class KeysMissing(SinetraError):
    """There is no ring, or not the key that is asked for."""

    code = "keys_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    id: bytes
    purpose: Purpose
    version: int
    created_at: str
    secret: bytes

    def __repr__(self) -> str:
        return f"Key({self.purpose}-{self.version}, {self.id.hex()})"


class Keyring:
    """The ring in one folder. Sees a rotation by another process at its next use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp = -1
        self._keys: dict[Purpose, list[Key]] = {}

    # --- the ring itself

    def create(self) -> list[Key]:
        """Adds a first key for each purpose that has none; gives back the new ones. The folder becomes 0700."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        return [self.rotate(purpose) for purpose in Purpose if not self._load().get(purpose)]

    def rotate(self, purpose: Purpose) -> Key:
        """Adds a new version, which from now on seals, hashes and signs."""
        versions = self._load().get(purpose, [])
        key = Key(
            id=secrets.token_bytes(ID_BYTES),
            purpose=purpose,
            version=versions[0].version + 1 if versions else 1,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            secret=secrets.token_bytes(32),
        )
        content = {
            "id": key.id.hex(),
            "purpose": key.purpose.value,
            "version": key.version,
            "created_at": key.created_at,
            "secret": b64encode(key.secret).decode(),
        }
        path = self.folder / f"{purpose}-{key.version:04}.key"
        write_atomically(path, json.dumps(content).encode(), mode=0o600, replace=False)
        self._stamp = -1
        return key

    def exists(self) -> bool:
        return bool(self._load())

    def all_keys(self) -> Iterator[Key]:
        """All keys, the newest of each purpose first."""
        for versions in self._load().values():
            yield from versions

    def current(self, purpose: Purpose | str) -> Key:
        """Errors: ``KeysMissing``."""
        versions = self._load().get(Purpose(purpose))
        if not versions:
            raise KeysMissing(gettext_noop("Kunci %(purpose)s belum ada. Jalankan: sinetra keys new"), purpose=purpose)
        return versions[0]

    def _find(self, purpose: Purpose | str, key_id: bytes) -> Key:
        for attempt in range(2):
            for key in self._load().get(Purpose(purpose), []):
                if key.id == key_id:
                    return key
            if attempt == 0:
                self._stamp = -1  # two rotations within one tick of the file system's clock look like one
        raise KeysMissing(
            gettext_noop("Kunci %(purpose)s %(key)s tidak ada di gantungan kunci ini."),
            purpose=purpose,
            key=key_id.hex(),
        )

    def _load(self) -> dict[Purpose, list[Key]]:
        try:
            stamp = self.folder.stat().st_mtime_ns
        except FileNotFoundError:
            return {}
        if stamp != self._stamp:
            self._keys = _read(self.folder)
            self._stamp = stamp
        return self._keys

    # --- what the keys do

    def seal(self, purpose: Purpose | str, plaintext: bytes, context: bytes) -> bytes:
        """Key id, nonce, XChaCha20-Poly1305 ciphertext. ``context`` says where it belongs and must be given again."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

        key = self.current(purpose)
        nonce = secrets.token_bytes(NONCE_BYTES)
        return key.id + nonce + encrypt(plaintext, key.id + context, nonce, key.secret)

    def open_sealed(self, purpose: Purpose | str, sealed: bytes, context: bytes) -> bytes:
        """Errors: ``KeysMissing``; ``VerificationFailed`` when it was changed or belongs elsewhere."""
        from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
        from nacl.exceptions import CryptoError

        key_id, nonce, body = sealed[:ID_BYTES], sealed[ID_BYTES : ID_BYTES + NONCE_BYTES], sealed[32:]
        key = self._find(purpose, key_id)
        try:
            return decrypt(body, key_id + context, nonce, key.secret)
        except (CryptoError, ValueError) as error:
            raise VerificationFailed(
                gettext_noop("Data tersegel ini telah berubah atau bukan untuk tempat ini.")
            ) from error

    def is_current(self, purpose: Purpose | str, sealed: bytes) -> bool:
        """False for what an older key sealed: the rotation job seals it anew."""
        return sealed[:ID_BYTES] == self.current(purpose).id

    def keyed_hash(self, purpose: Purpose | str, message: bytes) -> bytes:
        """32 bytes by the current key; without the key nobody can try messages out."""
        return _hash(self.current(purpose), message)

    def keyed_hashes(self, purpose: Purpose | str, message: bytes) -> tuple[bytes, ...]:
        """By every version, the newest first: for look-ups of what was stored before a rotation."""
        self.current(purpose)
        return tuple(_hash(key, message) for key in self._load()[Purpose(purpose)])

    def sign(self, message: bytes) -> bytes:
        """Key id and Ed25519 signature, 72 bytes."""
        from nacl.signing import SigningKey

        key = self.current(Purpose.SIGNING)
        return key.id + SigningKey(key.secret).sign(message).signature

    def verify(self, message: bytes, signature: bytes) -> bool:
        """True when a signing key of this ring, old or new, made the signature."""
        public = self.public_keys().get(signature[:ID_BYTES].hex())
        return public is not None and verify_with(public, message, signature)

    def public_keys(self) -> dict[str, bytes]:
        """Key id (hex) to Ed25519 public key, the current one first: what others need to verify."""
        from nacl.signing import SigningKey

        signing = self._load().get(Purpose.SIGNING, [])
        return {key.id.hex(): SigningKey(key.secret).verify_key.encode() for key in signing}


def verify_with(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """For signatures of other installations: ``public_key`` is 32 bytes, ``signature`` as ``sign`` gives it."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public_key).verify(message, signature[ID_BYTES:])
    except (BadSignatureError, ValueError):
        return False
    return True


def _hash(key: Key, message: bytes) -> bytes:
    return hashlib.blake2b(message, digest_size=32, key=key.secret, person=key.purpose.encode()).digest()


def _read(folder: Path) -> dict[Purpose, list[Key]]:
    ring: dict[Purpose, list[Key]] = {}
    for path in sorted(folder.glob("*.key"), reverse=True):
        content = json.loads(path.read_text(encoding="ascii"))
        key = Key(
            id=bytes.fromhex(content["id"]),
            purpose=Purpose(content["purpose"]),
            version=content["version"],
            created_at=content["created_at"],
            secret=b64decode(content["secret"]),
        )
        ring.setdefault(key.purpose, []).append(key)
    return ring


@lru_cache(maxsize=8)
def _ring(folder: Path) -> Keyring:
    return Keyring(folder)


def keyring() -> Keyring:
    """The ring of this installation (``SINETRA_KEYS``)."""
    from django.conf import settings

    return _ring(settings.SINETRA_KEYS)


def seal(purpose: Purpose | str, plaintext: bytes, context: bytes) -> bytes:
    return keyring().seal(purpose, plaintext, context)


def open_sealed(purpose: Purpose | str, sealed: bytes, context: bytes) -> bytes:
    return keyring().open_sealed(purpose, sealed, context)


def keyed_hash(purpose: Purpose | str, message: bytes) -> bytes:
    return keyring().keyed_hash(purpose, message)


def keyed_hashes(purpose: Purpose | str, message: bytes) -> tuple[bytes, ...]:
    return keyring().keyed_hashes(purpose, message)


def sign(message: bytes) -> bytes:
    return keyring().sign(message)


def verify(message: bytes, signature: bytes) -> bool:
    return keyring().verify(message, signature)


def django_secret(keys_dir: Path) -> str:
    """Stable while the ring has its key; before ``sinetra init`` a random one for this process."""
    versions = _read(keys_dir).get(Purpose.DJANGO) if keys_dir.is_dir() else None
    return _hash(versions[0], b"secret-key").hex() if versions else secrets.token_hex(32)


def ring_exists(keys_dir: Path) -> bool:
    return Keyring(keys_dir).exists()


def create_ring(keys_dir: Path) -> list[Key]:
    """A first key of each purpose that has none."""
    return Keyring(keys_dir).create()
