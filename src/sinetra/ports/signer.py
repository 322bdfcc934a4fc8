"""Signs for the office: packages, receipts, checkpoints, and the seal of issued documents. Locally by the key ring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sinetra.ports.keyring import ID_BYTES, keyring, verify_with

#: What documents of this signer bear. It is a seal for trying things out, no certified electronic signature.
TEST_SEAL = "segel uji"


class Signer(Protocol):
    """Ed25519. A signature is 72 bytes: the id of its key (8), then the signature proper (64)."""

    def sign(self, message: bytes) -> bytes: ...

    def verify(self, message: bytes, signature: bytes) -> bool:
        """By any key of this office, old or new."""
        ...

    def public_keys(self) -> dict[str, bytes]:
        """Key id (hex) to 32 bytes, the current one first."""
        ...


class DocumentSigner(Protocol):
    """Seals issued documents. ``word``: what the seal is called wherever it is shown."""

    @property
    def word(self) -> str: ...

    def sign(self, message: bytes) -> bytes: ...

    def check(self, message: bytes, signature: bytes) -> bool | None:
        """Whether it holds; None when its key is not known here."""
        ...


@dataclass(frozen=True, slots=True)
class LocalTestSigner:
    """The Ed25519 key of the ring, until a certified service stands behind the same protocol."""

    keys: Signer
    word: str = TEST_SEAL

    def sign(self, message: bytes) -> bytes:
        return self.keys.sign(message)

    def check(self, message: bytes, signature: bytes) -> bool | None:
        if signature[:ID_BYTES].hex() not in self.keys.public_keys():
            return None
        return self.keys.verify(message, signature)


def signer() -> Signer:
    """The signer of this installation."""
    return keyring()


def document_signer() -> DocumentSigner:
    """The one that seals documents of this installation."""
    return LocalTestSigner(keyring())


__all__ = ["TEST_SEAL", "DocumentSigner", "LocalTestSigner", "Signer", "document_signer", "signer", "verify_with"]
