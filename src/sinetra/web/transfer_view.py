"""The answer about a replacement of an official, from its JSON: verdict, windows, every reading, order of the letters.

Made from the stored result, so that a check reads for ever as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import transfer_rules
from sinetra.core.transfers import Ground, OfficialKind, TransferAction, Verdict, WindowId, WindowStatus
from sinetra.core.transfers.words import StepStatus
from sinetra.web import law_view
from sinetra.web.format import day_text
from sinetra.web.law_words import Words
from sinetra.web.parts import Answer, Citation, Conflict, Pair, Reading, Reason
from sinetra.web.templatetags.words import election_name

#: Sentiment and words of a verdict.
VERDICTS: Mapping[str, tuple[str, Any]] = {
    Verdict.ALLOWED: ("good", _lazy("Boleh dilaksanakan")),
    Verdict.NEEDS_PERMIT: ("attention", _lazy("Perlu izin Menteri")),
    Verdict.FORBIDDEN: ("stop", _lazy("Dilarang")),
    Verdict.UNDETERMINED: ("attention", _lazy("Belum dapat dipastikan")),
}
WINDOWS: Words = {
    WindowId.BEFORE_DETERMINATION: _lazy("sebelum penetapan sampai akhir masa jabatan"),
    WindowId.AFTER_INAUGURATION: _lazy("enam bulan sesudah pelantikan kepala daerah"),
    WindowId.ACTING_HEAD: _lazy("pejabat kepala daerah sementara"),
}
STATUSES: Words = {
    WindowStatus.INSIDE: _lazy("di dalam"),
    WindowStatus.OUTSIDE: _lazy("di luar"),
    WindowStatus.BOUNDARY: _lazy("di tepi, bacaan berbeda"),
    WindowStatus.OPEN: _lazy("belum dapat dipastikan"),
}
ACTIONS: Words = {
    TransferAction.APPOINTMENT: _lazy("pengangkatan"),
    TransferAction.TRANSFER: _lazy("mutasi"),
    TransferAction.DISMISSAL: _lazy("pemberhentian dari jabatan"),
}
GROUNDS: Words = {
    Ground.ORDINARY: _lazy("penataan biasa"),
    Ground.VACANCY: _lazy("jabatan kosong"),
    Ground.DEATH: _lazy("pejabat meninggal dunia"),
    Ground.RETIREMENT: _lazy("pejabat pensiun"),
    Ground.PLT_TASK: _lazy("penugasan Plt"),
    Ground.ACTING_SECRETARY: _lazy("penjabat sekretaris daerah"),
    Ground.UPTD_ADJUSTMENT: _lazy("penyesuaian UPTD"),
    Ground.DISCIPLINE: _lazy("hukuman disiplin yang sudah tetap"),
    Ground.BETWEEN_REGIONS: _lazy("mutasi antardaerah"),
}
HEADS: Words = {
    OfficialKind.DEFINITIVE: _lazy("definitif"),
    OfficialKind.PLT: _lazy("pelaksana tugas (Plt)"),
    OfficialKind.PJ: _lazy("penjabat (Pj)"),
    OfficialKind.PJS: _lazy("penjabat sementara (Pjs)"),
}
NEEDS: Words = {
    "effective_on": _lazy("tanggal pelantikan"),
    "region": _lazy("daerah"),
    "official_kind": _lazy("siapa yang menandatangani: definitif, Plt, Pj, atau Pjs"),
    "position": _lazy("golongan jabatan"),
    "permit": _lazy("apakah ada izin Menteri"),
    "permit.date": _lazy("tanggal izin Menteri"),
}
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ELECTION = re.compile(r"\b(?:pilkada|pemilu|psu)_\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferView:
    """``lines``: the steps of the answer. ``windows``: all three with their days. ``sequence``: letters in order."""

    answer: Answer
    lines: Sequence[str]
    windows: Sequence[Pair]
    sequence: Sequence[tuple[str, str, str]]


def transfer_view(result: Mapping[str, Any]) -> TransferView:
    sentiment, word = VERDICTS[result["verdict"]]
    told = explained(result)
    answer = Answer(
        sentiment=sentiment,
        verdict=str(word),
        summary=_summary(told[0], str(word)) if told else "",
        reasons=[_reason(item) for item in result["windows"] if item["status"] != WindowStatus.OUTSIDE],
        conflicts=[_conflict(item) for item in result["windows"] if item["readings"]],
        exceptions=[_exception(item) for item in result["exceptions"]],
        unknown=unknown(result),
    )
    return TransferView(
        answer=answer,
        lines=told[1:],
        windows=[_window(item) for item in result["windows"]],
        sequence=[_order(item) for item in result["sequence"] if item["status"] != StepStatus.OPEN],
    )


def _summary(line: str, verdict: str) -> str:
    """Without the verdict that stands above it already."""
    return law_view.capital(line.removeprefix(f"{verdict}: "))


def explained(result: Mapping[str, Any]) -> list[str]:
    """The sentences of the engine in the language of the page, with days and elections in words. What is missing
    stands elsewhere."""
    lines = list(result["explanation_en" if law_view.language() == "en" else "explanation"])
    if result["needs"] and lines:
        lines.pop()
    return [_ELECTION.sub(lambda found: election_name(found[0]), _days(line)) for line in lines]


def unknown(result: Mapping[str, Any]) -> list[str]:
    """The facts that are missing and decide, in words."""
    return [str(NEEDS.get(name, name)) for name in result["needs"]]


def _days(line: str) -> str:
    return _ISO.sub(lambda found: _day(found[0]), line)


def _day(text: str | None) -> str:
    return day_text(date.fromisoformat(text), law_view.language(), weekday=False) if text else "…"


def window_words(item: Mapping[str, Any]) -> str:
    """Status and, where there is one, the span of days."""
    status = str(STATUSES[item["status"]])
    return f"{status} ({_day(item['from'])} – {_day(item['to'])})" if item["from"] else status


def _window(item: Mapping[str, Any]) -> Pair:
    note = election_name(item["election"]) if item["election"] else ""
    return Pair(term=law_view.capital(str(WINDOWS[item["id"]])), value=window_words(item), note=note)


def _reason(item: Mapping[str, Any]) -> Reason:
    return Reason(
        text=f"{law_view.capital(str(WINDOWS[item['id']]))}: {window_words(item)}",
        citations=_citations(item),
        url=reverse("norm", args=[item["rules"][0]]) if item["rules"] else "",
    )


def _citations(item: Mapping[str, Any]) -> list[Citation]:
    instruments = transfer_rules().instruments
    return [
        Citation(
            text=law_view.cite(instruments, norm["instrument"], norm["article"]),
            confidence=norm["confidence"],
            in_force=norm["in_force"],
        )
        for norm in item["norms"]
    ]


def _conflict(item: Mapping[str, Any]) -> Conflict:
    return Conflict(
        topic=law_view.capital(str(WINDOWS[item["id"]])),
        readings=[
            Reading(text=_reading(reading), source=law_view.printed(reading["source"])) for reading in item["readings"]
        ],
    )


def _reading(reading: Mapping[str, Any]) -> str:
    text = reading["reading_en" if law_view.language() == "en" else "reading"]
    verdict = str(VERDICTS[reading["verdict"]][1])
    said = {"text": law_view.capital(text), "verdict": verdict.lower()}
    if reading["followed"]:
        return _("%(text)s: %(verdict)s. Bacaan ini yang dipakai di sini.") % said
    return _("%(text)s: %(verdict)s.") % said


def _exception(item: Mapping[str, Any]) -> Reason:
    used = item["status"] == StepStatus.MET
    return Reason(
        text=law_view.capital(item["text"][law_view.language()]),
        note=_("dipakai") if used else _("hanya bila itu alasannya"),
        citations=_citations(item),
    )


def _order(item: Mapping[str, Any]) -> tuple[str, str, str]:
    """Sentiment, word and sentence."""
    met = item["status"] == StepStatus.MET
    text = law_view.capital(item["text"][law_view.language()])
    return ("good", _("urut"), text) if met else ("stop", _("tidak urut"), text)
