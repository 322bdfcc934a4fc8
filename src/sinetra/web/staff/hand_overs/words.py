"""What a recorded answer says, and by what, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

ANSWERS: dict[str, str | Promise] = {
    "acknowledged": _lazy("Penerima menyatakan menerima"),
    "returned": _lazy("Penerima mengembalikan"),
}
PROOFS: dict[str, str | Promise] = {
    "stamped_receipt": _lazy("Tanda terima berstempel"),
    "srikandi": _lazy("Nomor disposisi Srikandi"),
    "sbt": _lazy("Nomor SBT"),
    "letter": _lazy("Surat lain dari penerima"),
}
# State of the record: sentiment and word.
STATES: dict[str, tuple[str, str | Promise]] = {
    "waiting": ("attention", _lazy("menunggu orang kedua")),
    "confirmed": ("info", _lazy("diperiksa orang kedua")),
    "rejected": ("stop", _lazy("ditolak orang kedua")),
    "replaced": ("plain", _lazy("diganti jawaban penerima")),
}
