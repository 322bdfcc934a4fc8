"""Letters out. Nothing in Sinetra depends on mail; the local mailer puts files into a folder."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.files import write_atomically


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``key`` is that of the outbox task: the same letter handed over twice is one letter."""

    to: str
    subject: str
    text: str
    key: str


class Mailer(Protocol):
    def send(self, letter: Letter) -> None:
        """Idempotent by ``key``. Errors: ``BadInput`` for an address or subject that would break the header."""
        ...


@dataclass(frozen=True, slots=True)
class FolderMailer:
    """One ``.eml`` a letter."""

    folder: Path

    def send(self, letter: Letter) -> None:
        message = EmailMessage(policy=SMTP)
        try:
            message["To"] = letter.to
            message["Subject"] = letter.subject
        except ValueError as error:
            message_id = gettext_noop("%(field)s: alamat atau judul surat tidak sah")
            raise BadInput(message_id, field="to") from error
        message.set_content(letter.text)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = sha256(letter.key.encode()).hexdigest()[:32]
        write_atomically(self.folder / f"{name}.eml", message.as_bytes(), mode=0o600)


def mailer(data: Path) -> Mailer:
    """The mailer of this installation: letters lie in ``mail`` of the data folder until a relay takes them along."""
    return FolderMailer(data / "mail")
