"""What the workspace shows of prevention outside the stages: circulars to look at again, education so far."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.selectors.activities import activities
from sinetra.apps.prevention.selectors.circulars import circulars
from sinetra.web.parts import Link, Table
from sinetra.web.staff.prevention.activities import activity_cells, activity_columns
from sinetra.web.staff.prevention.circulars import circular_cells, circular_columns

HEAD = 10


def off_season(actor: Actor) -> list[Table]:
    """The law under a circular may have changed since it was written; a person looks, the program only reminds."""
    return [_circulars(actor), _education(actor)]


def _circulars(actor: Actor) -> Table:
    rows = circulars(actor).order_by("id")[:HEAD]
    return Table(
        caption=_("Surat edaran untuk ditinjau ulang, yang paling lama dicatat di atas"),
        columns=circular_columns(),
        rows=[circular_cells(row) for row in rows],
        empty_title=_("Tidak ada surat edaran"),
        empty_text=_("Surat edaran yang tercatat muncul di sini: dasar hukumnya mungkin sudah berubah."),
        empty_link=Link(text=_("Baca aturan yang berlaku"), url=reverse("rulebook")),
    )


def _education(actor: Actor) -> Table:
    rows = activities(actor).order_by("-id")[:HEAD]
    return Table(
        caption=_("Pembinaan sejauh ini, yang terakhir dicatat di atas"),
        columns=activity_columns(),
        rows=[activity_cells(row) for row in rows],
        empty_title=_("Belum ada kegiatan"),
        empty_text=_("Di luar tahapan pembinaan tetap berjalan setiap tahun, juga bagi CPNS dan PPPK baru."),
        empty_link=Link(text=_("Kegiatan"), url=reverse("activities")),
    )
