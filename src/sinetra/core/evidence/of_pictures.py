"""What cameras and programs wrote into a picture: EXIF, the place, XMP, comments."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sinetra.core.evidence.metadata import PLACE, Collected
from sinetra.core.evidence.xml_facts import facts_of_xml

if TYPE_CHECKING:
    from PIL import Image

#: The format by which Pillow opens each kind, and no other: a file is what its signature says or it is broken.
PICTURES: Mapping[str, str] = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
    "image/tiff": "TIFF",
}
_EXIF, _GPS = 0x8769, 0x8825
# Large or meaningless to a reader.
_LEFT_OUT = frozenset(
    {"MakerNote", "PrintImageMatching", "ExifOffset", "GPSInfo", "JPEGInterchangeFormat", "XMLPacket"}
)
_SHOWN_ELSEWHERE = frozenset({"exif", "icc_profile", "xmp", "XML:com.adobe.xmp", "photoshop"})


def picture_metadata(content: bytes, found: Collected) -> None:
    from PIL import ExifTags, Image

    with Image.open(BytesIO(content), formats=tuple(PICTURES.values())) as picture:
        with found.part():
            exif = picture.getexif()
            place = exif.get_ifd(_GPS)
            found.add(PLACE, position(place))
            found.add_all("gps", ((ExifTags.GPSTAGS.get(tag, str(tag)), value) for tag, value in place.items()))
            for values in (exif, exif.get_ifd(_EXIF)):
                found.add_all("exif", _named(values, ExifTags.TAGS))
        with found.part():
            _texts(picture, found)
        with found.part():
            if getattr(picture, "n_frames", 1) > 1:
                found.add("hidden.pages", "+")


def position(place: Mapping[int, Any]) -> str:
    """Latitude and longitude in degrees, south and west negative; empty when it is not told or broken.

    >>> position({1: "S", 2: (3.0, 19.0, 12.0), 3: "E", 4: (114.0, 35.0, 30.0)})
    '-3.32000, 114.59167'
    >>> position({1: "S"}), position({1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (1.0, 0.0, 0.0)})
    ('', '')
    """
    try:
        latitude, longitude = _degrees(place[2]), _degrees(place[4])
        south, west = str(place.get(1, "N"))[:1] == "S", str(place.get(3, "E"))[:1] == "W"
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""
    if not (latitude <= 90 and longitude <= 180):
        return ""
    return f"{-latitude if south else latitude:.5f}, {-longitude if west else longitude:.5f}"


def _degrees(parts: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return degrees + minutes / 60 + seconds / 3600


def _named(values: Mapping[int, Any], names: Mapping[int, str]) -> list[tuple[str, object]]:
    named = ((names.get(tag, f"0x{tag:04x}"), value) for tag, value in values.items())
    return [(name, value) for name, value in named if name not in _LEFT_OUT and not _is_binary(value)]


def _is_binary(value: object) -> bool:
    return isinstance(value, bytes) and any(octet < 32 for octet in value.strip(b"\0 \r\n\t"))


def _texts(picture: Image.Image, found: Collected) -> None:
    for name in ("xmp", "XML:com.adobe.xmp"):
        packet = picture.info.get(name)
        if isinstance(packet, bytes | str):
            with found.part():
                found.add_all("xmp", facts_of_xml(packet.encode() if isinstance(packet, str) else packet))
    for key, value in picture.info.items():
        name = str(key)
        if name not in _SHOWN_ELSEWHERE and isinstance(value, bytes | str) and not _is_binary(value):
            found.add(f"text.{name}", value)
