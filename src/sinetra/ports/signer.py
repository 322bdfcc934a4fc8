"""Signs for the office: packages, receipts, checkpoints. Locally by the key ring; a hardware module can follow."""

from __future__ import annotations

from typing import Protocol

from sinetra.ports.keyring import keyring, verify_with


class Signer(Protocol):
    """Ed25519. A signature is 72 bytes: the id of its key (8), then the signature proper (64)."""

    def sign(self, message: bytes) -> bytes: ...

    def verify(self, message: bytes, signature: bytes) -> bool:
        """By any key of this office, old or new."""
        ...

    def public_keys(self) -> dict[str, bytes]:
        """Key id (hex) to 32 bytes, the current one first."""
        ...


def signer() -> Signer:
    """The signer of this installation."""
    return keyring()


__all__ = ["Signer", "signer", "verify_with"]
