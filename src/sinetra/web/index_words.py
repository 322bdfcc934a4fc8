"""Codes of the index in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.core.index.inputs import Kind
from sinetra.core.index.result import Zone

ZONES: Mapping[Zone, str | Promise] = {
    Zone.RED: _lazy("merah: rawan tinggi"),
    Zone.YELLOW: _lazy("kuning: rawan sedang"),
    Zone.GREEN: _lazy("hijau: rawan rendah"),
    Zone.GREY: _lazy("abu-abu: data belum cukup"),
}
MEANINGS: Mapping[Zone, str | Promise] = {
    Zone.RED: _lazy("rawan tinggi"),
    Zone.YELLOW: _lazy("rawan sedang"),
    Zone.GREEN: _lazy("rawan rendah"),
    Zone.GREY: _lazy("data belum cukup"),
}
KINDS: Mapping[Kind, str | Promise] = {Kind.REGION: _lazy("Wilayah"), Kind.OFFICE: _lazy("Unit kerja")}
#: What is known of a unit beside its indicators: by the name of the field.
FACTS: Mapping[str, str | Promise] = {
    "staff": _lazy("Jumlah ASN"),
    "coverage": _lazy("Cakupan pencegahan: ASN yang hadir tahun ini"),
    "events": _lazy("Putusan akhir yang terbukti"),
    "open_cases": _lazy("Perkara yang masih terbuka"),
    "overdue": _lazy("Perkara dengan tenggat yang lewat"),
    "has_channel": _lazy("Saluran pelaporan"),
}
