"""A sealed copy of the key ring for the safe: the file opens with shares on paper, which no machine keeps."""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sinetra.core.errors import Conflict, VerificationFailed, gettext_noop
from sinetra.ports.files import write_atomically
from sinetra.ports.shares import join, split

_MAGIC = b"sinetra-escrow-1\n"
# A custodian's key is in the copy as it lies there: locked under a passphrase that no share opens.
_FILES = ("*.key", "trusted-*.pub", "custodians/*.locked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrow:
    """``papers`` exist only here and on the paper that they are printed on."""

    sealed: bytes
    papers: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Escrow({len(self.papers)} shares)"


def seal_ring(folder: Path, *, shares: int, needed: int) -> Escrow:
    """Under a key made for this copy alone."""
    from nacl.secret import SecretBox

    files = sorted(path for pattern in _FILES for path in folder.glob(pattern))
    content = json.dumps(
        {path.relative_to(folder).as_posix(): b64encode(path.read_bytes()).decode() for path in files}
    ).encode()
    secret = secrets.token_bytes(32)
    sealed = _MAGIC + bytes(SecretBox(secret).encrypt(content))
    return Escrow(sealed=sealed, papers=tuple(split(secret, shares=shares, needed=needed)))


def open_ring(sealed: bytes, papers: Sequence[str]) -> dict[str, bytes]:
    """File name to content. Errors: ``BadInput`` for a mistyped share; ``VerificationFailed``."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    try:
        if not sealed.startswith(_MAGIC):
            raise ValueError
        content: dict[str, str] = json.loads(SecretBox(join(papers)).decrypt(sealed.removeprefix(_MAGIC)))
    except (CryptoError, ValueError) as error:
        raise VerificationFailed(gettext_noop("Bagian kunci ini tidak membuka salinan gantungan kunci.")) from error
    return {name: b64decode(text) for name, text in content.items()}


def restore_ring(sealed: bytes, papers: Sequence[str], folder: Path) -> int:
    """How many files came back. Errors: as ``open_ring``; ``Conflict`` when the folder holds keys."""
    files = open_ring(sealed, papers)
    if any(folder.glob("*.key")):
        raise Conflict(gettext_noop("Map kunci tidak kosong. Pakai map yang kosong."))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name, content in files.items():
        *inner, base = Path(name).parts[-2:]
        place = folder / "custodians" if inner == ["custodians"] else folder
        place.mkdir(mode=0o700, exist_ok=True)
        write_atomically(place / base, content, mode=0o600, replace=False)
    return len(files)
