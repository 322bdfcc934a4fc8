"""What a file is, by its content and never by its name; and whether it may be taken as evidence.

The scanner knows signatures of formats. It finds no malware (``ports.antivirus`` does): evidence is kept sealed, is
never run and never served under the site's own type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``media_type`` None: not recognised. ``accepted``: may be stored as evidence."""

    media_type: str | None
    accepted: bool


class Scanner(Protocol):
    def scan(self, head: bytes) -> Verdict:
        """``head``: the first 4096 bytes, or all of a shorter file."""
        ...


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signatures)


def _riff(kind: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == kind


def _iso_media(*brands: bytes) -> Callable[[bytes], bool]:
    """ISO 14496-12: the ``ftyp`` box names the brand."""
    return lambda head: head[4:8] == b"ftyp" and head[8:12] in brands


def _zip_with(name: bytes) -> Callable[[bytes], bool]:
    """Office documents: an archive whose first entries name the part that makes it one."""
    return lambda head: head.startswith(b"PK\x03\x04") and name in head


def _markup(*tags: bytes) -> Callable[[bytes], bool]:
    """Text that begins as markup and has one of the tags near its begin, behind whatever prolog."""

    def fits(head: bytes) -> bool:
        text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        return text.startswith(b"<") and any(tag in text for tag in tags)

    return fits


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:
            return False
        text = head[: error.start].decode("utf-8")  # the end cut a character in two
    return bool(text) and all(character >= " " or character in "\t\r\n\f" for character in text)


# The first that fits.
_FORMATS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("image/jpeg", _starts(b"\xff\xd8\xff")),
    ("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    ("image/gif", _starts(b"GIF87a", b"GIF89a")),
    ("image/webp", _riff(b"WEBP")),
    ("image/tiff", _starts(b"II*\0", b"MM\0*")),
    ("image/heic", _iso_media(b"heic", b"heix", b"hevc", b"mif1", b"msf1")),
    ("image/avif", _iso_media(b"avif", b"avis")),
    ("video/quicktime", _iso_media(b"qt  ")),
    ("audio/mp4", _iso_media(b"M4A ", b"M4B ")),
    ("video/3gpp", _iso_media(b"3gp4", b"3gp5", b"3gp6", b"3g2a")),
    ("video/mp4", _iso_media(b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"MSNV", b"M4V ")),
    ("video/x-msvideo", _riff(b"AVI ")),
    ("video/webm", _starts(b"\x1a\x45\xdf\xa3")),
    ("audio/ogg", _starts(b"OggS")),
    ("audio/mpeg", _starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    ("audio/aac", _starts(b"\xff\xf1", b"\xff\xf9")),
    ("audio/amr", _starts(b"#!AMR")),
    ("audio/wav", _riff(b"WAVE")),
    ("application/pdf", _starts(b"%PDF-")),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _zip_with(b"word/")),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _zip_with(b"xl/")),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", _zip_with(b"ppt/")),
    ("application/vnd.oasis.opendocument.text", _zip_with(b"mimetypeapplication/vnd.oasis.opendocument.text")),
    # Word, Excel and PowerPoint before 2007: one container for all of them.
    ("application/x-ole-storage", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("application/zip", _starts(b"PK\x03\x04", b"PK\x05\x06")),
    ("application/x-executable", _starts(b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"#!")),
    ("image/svg+xml", _markup(b"<svg")),
    ("text/html", _markup(b"<!doctype html", b"<html", b"<script", b"<body", b"<iframe")),
    ("text/plain", _is_text),
)
# Archives hide what is in them; pages, drawings with scripts and programs run.
_REFUSED = frozenset({"application/zip", "application/x-executable", "image/svg+xml", "text/html"})


class SignatureScanner:
    """Knows the formats that phones and offices make."""

    def scan(self, head: bytes) -> Verdict:
        for media_type, fits in _FORMATS:
            if fits(head[:HEAD]):
                return Verdict(media_type=media_type, accepted=media_type not in _REFUSED)
        return Verdict(media_type=None, accepted=False)


def scanner() -> Scanner:
    """The scanner of this installation."""
    return SignatureScanner()
