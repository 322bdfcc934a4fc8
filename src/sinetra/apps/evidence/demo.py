"""Invented evidence of the demonstration, drawn by itself: a photo that comes again in a screenshot, and a note."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.evidence.cleaning import clean_evidence
from sinetra.apps.evidence.comparing import compare_evidence
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.pieces import clear_away, pieces_of, store_pieces, take
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import ReportState

if TYPE_CHECKING:
    from PIL import Image

_NOTE = "Contoh, rekaan. Dicatat pelapor sesudah acara: mulai pukul 16.00, selesai pukul 17.30.\n"
_LINES = ("Grup RT (contoh)", "Ini fotonya", "Anggota 2: di lapangan ya?", "Anggota 3: 0800-0000-0002")


def load_evidence() -> None:
    """After ``cases.demo.load_reports``. Again it changes nothing."""
    if Evidence.objects.exists():
        return
    reports = Report.objects.select_related("organisation").order_by("filed_at", "id")
    first, second = reports[0], reports.filter(state=ReportState.NEW)[0]
    photo = _photo()
    _file(first, ("foto-lapangan.jpg", _jpeg(photo)), ("catatan.txt", _NOTE.encode()))
    _file(second, ("tangkapan-layar.jpg", _jpeg(_screenshot(photo))))


def _file(report: Report, *given: tuple[str, bytes]) -> None:
    """As the reporter would have; the copies are made at once and not by the worker."""
    keys = []
    for name, content in given:
        incoming = receive_file(name=name)
        incoming.write(content)
        incoming.finish()
        keys.append(incoming.key)
    pieces = pieces_of(keys)
    store_pieces(pieces)
    with unit_of_work(PUBLIC) as work:
        taken = take(work, report, pieces, at=report.filed_at)
    clear_away(pieces)
    for row in taken:
        clean_evidence(row.pk)
        compare_evidence(row.pk)


def _photo() -> Image.Image:
    """A field with a stage, a banner and people without faces."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (1200, 900), (168, 206, 232))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 520, 1200, 900), fill=(118, 158, 92))
    draw.polygon([(0, 520), (260, 330), (520, 520)], fill=(92, 122, 104))
    draw.rectangle((640, 300, 1120, 600), fill=(112, 82, 58))
    draw.rectangle((680, 240, 1080, 330), fill=(214, 178, 60))
    draw.text((706, 260), "CONTOH - REKAAN", fill="black", font_size=40)
    for place in range(14):
        left, top = 40 + 82 * place, 610 + (place * 53) % 170
        shirt = (60 + 12 * place, 70 + (place * 71) % 120, 180 - 9 * place)
        draw.ellipse((left, top, left + 46, top + 46), fill=(176, 132, 98))
        draw.rounded_rectangle((left - 10, top + 46, left + 56, top + 140), 14, fill=shirt)
    return picture


def _screenshot(photo: Image.Image) -> Image.Image:
    from PIL import Image, ImageDraw

    shot = Image.new("RGB", (900, 1600), (230, 221, 212))
    draw = ImageDraw.Draw(shot)
    draw.rectangle((0, 0, 900, 130), fill=(60, 84, 92))
    draw.text((60, 40), _LINES[0], fill="white", font_size=44)
    shot.paste(photo.resize((720, 540)), (40, 200))
    for place, line in enumerate(_LINES[1:]):
        draw.rounded_rectangle((40, 800 + 150 * place, 760, 910 + 150 * place), 18, fill="white")
        draw.text((70, 830 + 150 * place), line, fill="black", font_size=36)
    return shot


def _jpeg(picture: Image.Image) -> bytes:
    """With what a telephone writes into it; no place, since every place is a real one."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Ponsel Contoh", "Model 7", "2024:11:19 16:12:00"
    out = BytesIO()
    picture.save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()
