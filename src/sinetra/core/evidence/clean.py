"""A copy to work with: a picture drawn anew, a PDF of pages alone, bare text. Other kinds have none: pages say so."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """Why there is no cleaned copy. Values are stored."""

    KIND = "kind"  # nothing here knows how to clean this kind
    BROKEN = "broken"  # cut off, or not what its signature says
    LARGE = "large"  # more points, octets or objects than any honest evidence has
    LOCKED = "locked"  # under a password
    LIMITS = "limits"  # took more time or memory than it may


class CannotClean(Exception):
    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


#: Kinds of copies, none of which runs anything.
MADE = frozenset({"image/jpeg", "image/png", "application/pdf", "text/plain"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """``width`` and ``height`` in points, of pictures."""

    media_type: str
    content: bytes
    width: int = 0
    height: int = 0

    def __post_init__(self) -> None:
        """Errors: ``ValueError`` for what cleaning never makes: whoever shows a copy trusts its type."""
        if self.media_type not in MADE:
            raise ValueError(self.media_type)


def cleaned(content: bytes, media_type: str) -> Cleaned:
    """Errors: ``CannotClean``; and whatever a decoder meets in hostile bytes, which means the same as ``BROKEN``."""
    from sinetra.core.evidence.clean_pdf import pages_alone
    from sinetra.core.evidence.clean_picture import drawn_anew
    from sinetra.core.evidence.of_pictures import PICTURES

    if media_type in PICTURES:
        return drawn_anew(content, media_type)
    if media_type == "application/pdf":
        return Cleaned(media_type=media_type, content=pages_alone(content))
    if media_type == "text/plain":
        return Cleaned(media_type=media_type, content=_text_alone(content))
    raise CannotClean(Refusal.KIND)


def _text_alone(content: bytes) -> bytes:
    """Without signs that steer a terminal or turn the writing round."""
    text = content.decode("utf-8", "replace")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign)[0] != "C").encode()
