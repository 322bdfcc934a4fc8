"""Where a track stands, how it ended and what goes out on it, in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

# With the sentiment of its badge.
STATES: dict[str, tuple[str, str | Promise]] = {
    "open": ("attention", _lazy("menunggu diteruskan")),
    "sent": ("info", _lazy("menunggu jawaban penerima")),
    "acknowledged": ("good", _lazy("diterima lembaga tujuan")),
    "returned": ("attention", _lazy("dikembalikan penerima")),
    "ended": ("plain", _lazy("selesai")),
}
OUTCOMES: dict[str, str | Promise] = {
    "sanctioned": _lazy("Terbukti dan dijatuhi sanksi"),
    "followed_up": _lazy("Telah ditindaklanjuti"),
    "not_proven": _lazy("Tidak terbukti"),
    "refused": _lazy("Ditolak lembaga tujuan"),
    "handed_over": _lazy("Telah beralih ke instansi penerima"),
    "taken_back": _lazy("Tidak dilanjutkan pada jalur ini"),
}
PRODUCTS: dict[str, str | Promise] = {
    "recommendation": _lazy("rekomendasi"),
    "ruling": _lazy("putusan"),
    "referral": _lazy("penerusan"),
}
