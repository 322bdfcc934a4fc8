"""Sealing a name so that only the custodian can read it, and the custodian's key under a passphrase.

Sealed box: X25519 with XSalsa20-Poly1305; a new one-time key each time, so that two filings by one person never look
alike. The private key is locked with Argon2id; it is in clear only in memory, while the custodian reads.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import b32decode, b32encode
from dataclasses import asdict, dataclass
from uuid import UUID

from sinetra.apps.base.viewing import opened_field
from sinetra.apps.reports.intake import Reporter
from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, VerificationFailed, gettext_noop

SALT_BYTES = 16
LEAST_PASSPHRASE = 12
#: What one guess of a passphrase costs: 64 MB, six times through.
MEMORY, ROUNDS = 64 * 1024 * 1024, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """``locked`` is the private key under the passphrase. ``recovery`` is printed once and kept in a safe; it opens the
    vault without passphrase and without the file of ``locked``."""

    key_id: str
    public_key: bytes
    locked: bytes
    recovery: str

    def __repr__(self) -> str:
        return f"NewKey({self.public_key.hex()[:16]})"


def new_key(passphrase: str) -> NewKey:
    """Errors: ``BadInput`` for a passphrase of fewer than 12 characters."""
    from nacl.public import PrivateKey
    from nacl.secret import SecretBox

    if len(passphrase) < LEAST_PASSPHRASE:
        raise BadInput(
            gettext_noop("Frasa sandi perlu sedikitnya %(accepted)s karakter."),
            field="passphrase",
            accepted=(str(LEAST_PASSPHRASE),),
            code="passphrase_short",
        )
    private, salt = PrivateKey.generate(), secrets.token_bytes(SALT_BYTES)
    locked = salt + bytes(SecretBox(_stretch(passphrase, salt)).encrypt(private.encode()))
    text = b32encode(private.encode()).decode().rstrip("=")
    recovery = "-".join(text[place : place + 4] for place in range(0, len(text), 4))
    public_key = private.public_key.encode()
    return NewKey(key_id=key_id_of(public_key), public_key=public_key, locked=locked, recovery=recovery)


def key_id_of(public_key: bytes) -> str:
    """Names the key: 128 bits of the BLAKE2b hash of its public half, as hex."""
    return hashlib.blake2b(public_key, digest_size=16).hexdigest()


def seal_reporter(reporter: Reporter, report_id: UUID, public_key: bytes) -> bytes:
    """The report's id is inside: a sealed name moved to another report is refused when it is opened."""
    from nacl.public import PublicKey, SealedBox

    return bytes(
        SealedBox(PublicKey(public_key)).encrypt(canonical({"report": report_id, "reporter": asdict(reporter)}))
    )


def unlock(locked: bytes | None, secret: str, public_key: bytes) -> bytes:
    """The private half of ``public_key``, by passphrase or printed recovery text. ``locked`` None: its file is not on
    this machine.

    Errors: ``VerificationFailed`` with code ``vault_locked``, or ``locked_key_missing`` when only the printed text
    could help.
    """
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey
    from nacl.secret import SecretBox

    recovered = _recovered(secret)
    if recovered is not None and PrivateKey(recovered).public_key.encode() == public_key:
        return recovered
    if locked is None:
        raise VerificationFailed(
            gettext_noop("Berkas kunci kustodian tidak ada di mesin ini. Pakai kunci pemulihan yang tercetak."),
            code="locked_key_missing",
        )
    try:
        return SecretBox(_stretch(secret, locked[:SALT_BYTES])).decrypt(locked[SALT_BYTES:])
    except (CryptoError, ValueError) as error:
        raise _refused() from error


def open_reporter(sealed: bytes, report_id: UUID, private_key: bytes) -> Reporter:
    """Errors: ``VerificationFailed`` when it was changed, moved, or sealed to another key."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    opened_field(report_id, "reporter")
    try:
        content = json.loads(SealedBox(PrivateKey(private_key)).decrypt(sealed))
    except CryptoError as error:
        raise _refused() from error
    if content["report"] != str(report_id):
        raise VerificationFailed(gettext_noop("Identitas ini bukan milik laporan ini."), code="identity_moved")
    return Reporter(**content["reporter"])


def _recovered(secret: str) -> bytes | None:
    text = secret.replace("-", "").replace(" ", "").upper()
    if len(text) != 52:
        return None
    try:
        return b32decode(text + "====")
    except ValueError:
        return None


def _stretch(passphrase: str, salt: bytes) -> bytes:
    from nacl.pwhash import argon2id

    return argon2id.kdf(32, passphrase.encode(), salt, opslimit=ROUNDS, memlimit=MEMORY)


def _refused() -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Frasa sandi atau kunci pemulihan ini tidak membuka brankas identitas."), code="vault_locked"
    )
