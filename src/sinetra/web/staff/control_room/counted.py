"""What stands where figures were not counted yet, and where figures say that they come from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.apps.insight.control_room.counts import Counts
from sinetra.web.staff.control_room.frame import Empty, Section, Source


def source_of(found: Counts, text: str, *, n: int | None = None) -> Source:
    return Source(text=text, as_of=found.day, at=found.computed_at, n=n)


def not_counted() -> Section:
    return Section(
        anchor="belum-dihitung",
        title=_("Angka belum dihitung"),
        empty=Empty(
            title=_("Angka kantor ini belum pernah dihitung"),
            text=_("Angka dihitung sendiri setiap malam. Tekan Hitung sekarang; satu menit kemudian buka lagi."),
        ),
    )
