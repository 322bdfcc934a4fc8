"""Agreements, requests and disclosures in plain words."""

from __future__ import annotations

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.agreements.actions.open_disclosure import is_open
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.field_words import field_text
from sinetra.apps.agreements.models import Agreement, Breach, DataRequest, Disclosure, Obligation, RequestedField
from sinetra.apps.agreements.selectors import holds_on
from sinetra.apps.agreements.vocabulary import AgreementState, Notice, Opened, RequestState
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.disclosure.breach import hours_left
from sinetra.ports.clock import now, today, zone_of
from sinetra.web.format import instant_text, number_text
from sinetra.web.staff.prevention.words import language

REQUEST_STATES: dict[str, tuple[str, str | Promise]] = {
    RequestState.ASKED: ("attention", _lazy("menunggu keputusan")),
    RequestState.DECIDED: ("info", _lazy("disetujui, belum diungkapkan")),
    RequestState.REFUSED: ("stop", _lazy("ditolak")),
    RequestState.DISCLOSED: ("good", _lazy("diungkapkan")),
    RequestState.WITHDRAWN: ("plain", _lazy("ditarik peminta")),
    RequestState.CLOSED: ("plain", _lazy("ditutup tanpa pengungkapan")),
}
HOW: dict[str, str | Promise] = {
    Opened.PAGE: _lazy("dibaca di halaman"),
    Opened.PDF: _lazy("diambil sebagai PDF"),
    Opened.XLSX: _lazy("diambil sebagai Excel"),
}
NOTICES: dict[str, str | Promise] = {
    Notice.PERSONS: _lazy("Surat kepada orang yang datanya terungkap"),
    Notice.AUTHORITY: _lazy("Surat kepada lembaga pelindungan data"),
}
#: What an agreement is about, by the code of the rules that read articles.
COVERS: dict[str, str | Promise] = {
    "giving data": _lazy("pemberian data"),
    "sanctioning": _lazy("penjatuhan sanksi"),
    "supervision": _lazy("pengawasan"),
    "prevention": _lazy("pencegahan"),
}


def said(text: Bilingual) -> str:
    return text.en if language() == "en" else text.id


def agreement_state(row: Agreement) -> tuple[str, str]:
    """Sentiment and word, by the dates of today."""
    day = today(row.region_id)
    if row.state == AgreementState.PRESS:
        return "attention", _("dari berita saja")
    if row.state == AgreementState.ENDED:
        return "plain", _("diakhiri")
    if holds_on(row, day):
        return "good", _("berlaku")
    return "plain", _("belum berlaku") if row.valid_from and day < row.valid_from else _("masa berlakunya lewat")


def covers_of(row: Agreement) -> str:
    return "; ".join(str(COVERS.get(code, code)) for code in row.covers)


def request_state(row: DataRequest) -> tuple[str, str]:
    sentiment, word = REQUEST_STATES[row.state]
    return sentiment, str(word)


def field_word(field: RequestedField, *, own: bool = True) -> str:
    return field_text(field, language(), own=own)


def disclosure_state(row: Disclosure) -> tuple[str, str]:
    if row.ended_at is not None:
        return "plain", _("ditutup pemegang data")
    return ("good", _("terbuka")) if is_open(row, now()) else ("plain", _("masa terbukanya lewat"))


def instant_said(instant: datetime, region: str | None) -> str:
    return instant_text(instant, zone_of(region).abbreviation, language())


def owed(row: Obligation) -> str:
    """For an obligation that each request brings anew."""
    return _("%(days)s hari sejak diminta") % {"days": row.answer_days}


def breach_left(row: Breach) -> tuple[str, str]:
    """Sentiment, and hours left or over; good once both notices went out."""
    if row.persons_told_at and row.authority_told_at:
        return "good", _("sudah diberitahukan")
    left = hours_left(row.known_at, now(), data_rules().breach)
    hours = number_text(abs(left), language())
    if left < 0:
        return "stop", _("lewat %(hours)s jam") % {"hours": hours}
    return "attention" if left < 24 else "info", _("sisa %(hours)s jam") % {"hours": hours}
