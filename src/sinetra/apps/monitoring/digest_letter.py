"""The digest as a letter: numbers and lists, no headline and no name of a person."""

from __future__ import annotations

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.monitoring.digest import Digest
from sinetra.apps.monitoring.digest_words import sections
from sinetra.core.documents.indonesian import day


def digest_letter(office: str, told: Digest) -> str:
    week = f"{day(told.week.monday)} sampai {day(told.week.sunday)}"
    lines = [*filter(None, [exercise_word()]), office, f"Ringkasan berita, {week}", ""]
    if told.is_empty:
        lines += ["Tidak ada berita baru dalam minggu ini.", ""]
    for section in () if told.is_empty else sections(told):
        lines += [section.title]
        lines += [f"- {line.text}: {line.number}" for line in section.lines] or [f"- {section.empty}"]
        lines += [""]
    lines += [f"Buka Artikel, lalu Ringkasan minggu {told.week.monday.isoformat()}, untuk daftar di balik tiap angka."]
    return "\n".join(lines) + "\n"
