"""Kinds of files that are taken as evidence: what phones and offices make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_OFFICE = "application/vnd.openxmlformats-officedocument."


class Group(StrEnum):
    PICTURE = "picture"
    VIDEO = "video"
    SOUND = "sound"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``ending`` of a file of this kind, and its ``name`` for people."""

    group: Group
    ending: str
    name: str


def _kinds(group: Group, *rows: tuple[str, str, str]) -> dict[str, Kind]:
    return {media_type: Kind(group=group, ending=ending, name=name) for media_type, ending, name in rows}


#: Media type of the content → kind.
KINDS: Mapping[str, Kind] = {
    **_kinds(
        Group.PICTURE,
        ("image/jpeg", "jpg", "JPEG"),
        ("image/png", "png", "PNG"),
        ("image/heic", "heic", "HEIC"),
        ("image/webp", "webp", "WebP"),
        ("image/gif", "gif", "GIF"),
        ("image/avif", "avif", "AVIF"),
        ("image/tiff", "tif", "TIFF"),
    ),
    **_kinds(
        Group.VIDEO,
        ("video/mp4", "mp4", "MP4"),
        ("video/quicktime", "mov", "MOV"),
        ("video/3gpp", "3gp", "3GP"),
        ("video/webm", "webm", "WebM"),
        ("video/x-msvideo", "avi", "AVI"),
    ),
    **_kinds(
        Group.SOUND,
        ("audio/mpeg", "mp3", "MP3"),
        ("audio/mp4", "m4a", "M4A"),
        ("audio/ogg", "ogg", "OGG"),
        ("audio/amr", "amr", "AMR"),
        ("audio/aac", "aac", "AAC"),
        ("audio/wav", "wav", "WAV"),
    ),
    **_kinds(
        Group.DOCUMENT,
        ("application/pdf", "pdf", "PDF"),
        (f"{_OFFICE}wordprocessingml.document", "docx", "DOCX"),
        (f"{_OFFICE}spreadsheetml.sheet", "xlsx", "XLSX"),
        (f"{_OFFICE}presentationml.presentation", "pptx", "PPTX"),
        ("application/vnd.oasis.opendocument.text", "odt", "ODT"),
        ("application/x-ole-storage", "doc", "DOC"),
        ("text/plain", "txt", "TXT"),
    ),
}
ACCEPTED = tuple(kind.name for kind in KINDS.values())


def is_played(media_type: str) -> bool:
    """Video and sound: neither cleaned nor read for metadata, they are played from the sealed original."""
    kind = KINDS.get(media_type)
    return kind is not None and kind.group in {Group.VIDEO, Group.SOUND}


def ending_agrees(name: str, media_type: str) -> bool:
    """False when the name says another kind than the content. A name without a known ending says nothing.

    >>> ending_agrees("foto.JPEG", "image/jpeg"), ending_agrees("foto.pdf", "image/jpeg"), ending_agrees("x", "a/b")
    (True, False, True)
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    said = {kind for kind, taken in KINDS.items() if ending in {taken.ending, *_ALSO.get(kind, ())}}
    return not said or media_type in said


_ALSO: Mapping[str, tuple[str, ...]] = {
    "image/jpeg": ("jpeg", "jpe", "jfif"),
    "image/heic": ("heif",),
    "image/tiff": ("tiff",),
    "video/mp4": ("m4v",),
    "video/3gpp": ("3gpp", "3g2"),
    "audio/ogg": ("opus", "oga"),
    "application/x-ole-storage": ("xls", "ppt"),
}
