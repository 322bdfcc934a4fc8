"""The access log as a workbook, for an audit on paper. That it was taken is in the trace."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from sinetra.apps.audit.access_reads import MOST_ROWS, access_entries, numbers_of
from sinetra.apps.audit.export_access import tell_export
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.oversight.access_log import ORDER, about_words, asked
from sinetra.web.staff.oversight.words import page_words, shown_words
from sinetra.web.workbook import Sheet, Value, about, workbook_response


@staff("access.read")
def access_log_xlsx(request: StaffRequest) -> HttpResponse:
    _form, filters = asked(request)
    rows = list(access_entries(request.actor, filters).order_by(*ORDER)[:MOST_ROWS])
    numbers = numbers_of(rows)
    lines: list[Sequence[Value]] = [
        [
            row.first_at.isoformat(timespec="seconds"),
            row.last_at.isoformat(timespec="seconds"),
            row.times,
            row.user.username,
            row.user.name,
            about_words(row, numbers),
            shown_words(row.kinds),
            page_words(row.page),
            row.purpose,
        ]
        for row in rows
    ]
    heads = [_("Mulai"), _("Terakhir"), _("Kali"), _("Akun"), _("Oleh"), _("Tentang"), _("Data"), _("Halaman")]
    sheet = Sheet(title=_("Catatan akses"), rows=[[*heads, _("Untuk")], *lines], widths=(26, 26, 6, 20, 28, 24, 34))
    tell_export(actor=request.actor, rows=len(lines))
    most = _("Paling banyak %(most)s catatan terbaru. Waktu dalam UTC.") % {"most": MOST_ROWS}
    return workbook_response("catatan-akses.xlsx", sheet, about([most]))
