"""The file for a session without a network: one HTML that loads nothing, with every code of its hours drawn before.

No text of a session or person is ever program: the data stand in a block that is no script, the script is named in the
page's own policy by its hash, and it writes text only as text.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import ActivitySession
from sinetra.apps.prevention.offline_files import FORMAT, new_ticket
from sinetra.apps.prevention.selectors.attendance import code_of_step
from sinetra.apps.prevention.session_time import window, zone
from sinetra.core.prevention import attendance_code as codes
from sinetra.web.law_words import STATUSES
from sinetra.web.public.participation.session_facts import session_pairs, session_title

HERE = Path(__file__).parent
MOST_UNITS = 500
# Cameras read every mask; choosing the prettiest of eight for each of 800 minutes would take half a minute.
MASK = 3


def offline_page(session: ActivitySession, *, site: str, at: datetime) -> str:
    """``site``: the address of this installation, without a slash. Errors: ``BadInput`` for a session without a day."""
    script = (HERE / "offline.js").read_text(encoding="utf-8")
    units = session.activity.invited_units.order_by("unit__name").values_list("unit__name", flat=True)
    data = _data(session, site, at)
    context = {
        "language": get_language() or "id",
        "side": data["size"] + 4,
        "title": session_title(session),
        "pairs": session_pairs(session),
        "units": units[:MOST_UNITS],
        "statuses": list(STATUSES.items()),
        "data": _as_block(data),
        "is_demo": settings.SINETRA_PROFILE == "demo",
        "script": mark_safe(script),  # noqa: S308 - our own file
        "style": mark_safe((HERE / "offline.css").read_text(encoding="utf-8")),  # noqa: S308 - our own file
        "script_hash": b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    }
    return render_to_string("staff/prevention/attendance/offline.html", context)


def _data(session: ActivitySession, site: str, at: datetime) -> dict[str, Any]:
    hours = window(session)
    first, last = codes.step_of(hours.first), codes.step_of(hours.last)
    size, drawn = _drawn(session, site, range(first, last + 1))
    ticket = new_ticket(session, at)
    return {
        "format": FORMAT,
        "session": str(session.pk),
        "issued_at": ticket.issued_at,
        "mark": ticket.mark,
        "name": f"hadir-{session.day}-{session.place}",
        "offset": int((hours.first.utcoffset() or hours.first - hours.first).total_seconds()),
        "zone": zone(session).abbreviation,
        "step": codes.STEP_SECONDS,
        "first": first,
        "size": size,
        "codes": drawn,
        "words": _words(),
    }


def _drawn(session: ActivitySession, site: str, steps: range) -> tuple[int, list[str]]:
    """Modules of a side, and for each minute the modules row by row, a bit each, as base64."""
    import segno

    size, drawn = 0, []
    for step in steps:
        address = site + reverse("check_in", args=[session.pk, code_of_step(session.pk, step)])
        matrix = segno.make(address, error="m", micro=False, mask=MASK).matrix
        size = len(matrix)
        bits = "".join("1" if module else "0" for row in matrix for module in row)
        octets = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
        drawn.append(b64encode(octets).decode())
    return size, drawn


def _words() -> dict[str, str]:
    """What the script says."""
    return {
        "saved": _("Tercatat: {who}"),
        "there": _("Sudah tercatat: {who}"),
        "number": _("NIP harus 18 angka."),
        "needed": _("Isi NIP, atau nama dan unit kerja."),
        "early": _("Kode mulai {time}."),
        "late": _("Waktu kode dalam berkas ini sudah lewat. Catat peserta di bawah."),
        "next": _("Kode berganti dalam {seconds} detik"),
        "now": _("Jam perangkat ini: {time}. Cocokkan dengan jam ponsel peserta."),
        "came": _("{n} tercatat di perangkat ini"),
        "remove": _("Hapus"),
        "kept": _("Tersimpan di perangkat ini."),
        "not_kept": _("Peramban ini tidak menyimpan. Jangan tutup halaman sebelum menekan Simpan."),
        # Between hours and minutes, as the language writes it.
        "sign": ":" if (get_language() or "id").startswith("en") else ".",
        "erase": _("Hapus semua catatan di perangkat ini? Pastikan berkasnya sudah disinkronkan."),
    }


def _as_block(data: dict[str, Any]) -> str:
    """JSON that no HTML can end: every sign that opens or closes a tag is written as its number."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(text)  # noqa: S308 - see above
