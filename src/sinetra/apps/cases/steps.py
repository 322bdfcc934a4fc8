"""Lines of a timeline: which there are, what each says to the office and to the reporter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases.clock_moves import moved_text
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.vocabulary import Ground, Outcome, StepCode
from sinetra.apps.reports.models import Report
from sinetra.core.errors import gettext_noop
from sinetra.ports import clock

__all__ = ["FOR_REPORTER", "TEXTS", "StepCode", "add_step", "moment", "text_of"]

TEXTS: Mapping[StepCode, str] = {
    StepCode.FILED: gettext_noop("Diterima oleh %(office)s."),
    StepCode.KEPT_AS_INITIAL_INFORMATION: gettext_noop(
        "Disampaikan sesudah tenggat laporan, maka disimpan dan ditelaah sebagai informasi awal."
    ),
    StepCode.OPENED: gettext_noop("Dibuka sebagai perkara dan mendapat nomor."),
    StepCode.IDENTITY_OPENED: gettext_noop(
        "Identitas pelapor dibaca oleh kustodian; alasannya tercatat dalam jejak audit."
    ),
    StepCode.STUDY_STARTED: gettext_noop("Kajian awal dimulai."),
    StepCode.CHECKED: gettext_noop("Syarat diperiksa: %(met)s dari %(wanted)s terpenuhi."),
    StepCode.REPAIR_ASKED: gettext_noop("Perlu dilengkapi: %(gaps)s."),
    StepCode.REPAIR_ACCEPTED: gettext_noop("Perbaikan diterima; berkas lengkap."),
    StepCode.FOUND_COMPLETE: gettext_noop("Dinyatakan lengkap; menunggu registrasi."),
    StepCode.NOT_REGISTERED: gettext_noop("Tidak diregistrasi: %(ground)s."),
    StepCode.WITHDRAWN: gettext_noop("Laporan dicabut sebelum registrasi."),
    StepCode.WITHDRAWAL_NOTED: gettext_noop("Pencabutan dicatat; sesudah registrasi penanganan tetap berjalan."),
    StepCode.KEPT_AS_INFORMATION: gettext_noop("Isinya disimpan dan ditelaah sebagai informasi awal."),
    StepCode.TRACING_STARTED: gettext_noop("Penelusuran informasi awal dimulai."),
    StepCode.TRACING_REPORTED: gettext_noop("Hasil penelusuran ditulis dalam laporan hasil pengawasan."),
    StepCode.FINDING_SET: gettext_noop("Ditetapkan sebagai temuan dalam rapat pleno."),
    StepCode.REGISTERED: gettext_noop("Diregistrasi; syarat formal dan materiel terpenuhi."),
    StepCode.TRANSFERRED: gettext_noop("Dilimpahkan kepada %(counterpart)s; menunggu tanda terima."),
    StepCode.TAKEN_OVER: gettext_noop("Diambil alih oleh %(counterpart)s; menunggu tanda terima."),
    StepCode.STUDY_EXTENDED: gettext_noop("Perlu keterangan tambahan; tenggat kajian menjadi %(due)s."),
    StepCode.PLENARY: gettext_noop("Dibahas dalam rapat pleno."),
    StepCode.FORWARDED: gettext_noop("Diteruskan kepada %(counterpart)s; menunggu tanda terima."),
    StepCode.RECEIVED: gettext_noop("Diterima dari %(counterpart)s."),
    StepCode.ACKNOWLEDGED: gettext_noop("%(counterpart)s menyatakan telah menerima."),
    StepCode.RETURNED: gettext_noop("Dikembalikan oleh %(counterpart)s."),
    StepCode.CLOSED: gettext_noop("Ditutup: %(outcome)s."),
    StepCode.CLOCK_MOVED: gettext_noop("Tenggat %(rule)s dihitung ulang: %(due)s."),
    StepCode.HANDLER_CHANGED: gettext_noop("Penanggung jawab diganti."),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NOT_PROVEN: gettext_noop("tidak terbukti"),
    Outcome.NOT_REGISTERED: gettext_noop("tidak diregistrasi"),
    Outcome.OUT_OF_COMPETENCE: gettext_noop("di luar kewenangan"),
    Outcome.HANDED_OVER: gettext_noop("telah beralih ke instansi penerima"),
    Outcome.FOLLOWED_UP: gettext_noop("telah ditindaklanjuti"),
    Outcome.WITHDRAWN: gettext_noop("dicabut pelapor"),
}
GROUNDS: Mapping[Ground, str] = {
    Ground.LATE: gettext_noop("disampaikan sesudah batas waktu"),
    Ground.NOT_REPAIRED: gettext_noop("tidak dilengkapi sampai batas waktu"),
    Ground.NOT_ENOUGH: gettext_noop("perbaikannya belum memenuhi syarat"),
    Ground.OUT_OF_COMPETENCE: gettext_noop("di luar kewenangan"),
}
# Lines from before there was a register keep their words.
_REGISTERED = gettext_noop("Diregistrasi dengan nomor %(number)s.")
_ORDER = tuple(StepCode)
FOR_REPORTER = frozenset(TEXTS) - {
    StepCode.CHECKED,
    StepCode.RECEIVED,
    StepCode.CLOCK_MOVED,
    StepCode.HANDLER_CHANGED,
}


def moment(at: datetime | None, region: str | None) -> tuple[datetime, date]:
    """The instant and the legal date of an act: of ``at`` when it is given (paper, demonstration), else of now."""
    if at is not None:
        return at, at.astimezone(clock.zone_of(region).info).date()
    return clock.now(), clock.today(region)


def add_step(
    work: Work,
    code: StepCode,
    *,
    at: datetime,
    on: date,
    matter: Matter | None = None,
    report: Report | None = None,
    **params: Any,
) -> Step:
    """Adds the line to the matter, and to the report that it came from."""
    step = work.create(new_step(code, at=at, on=on, matter=matter, report=report, **params))
    work.record(f"step.{code}", step)
    return step


def new_step(
    code: StepCode, *, at: datetime, on: date, matter: Matter | None = None, report: Report | None = None, **params: Any
) -> Step:
    owner = matter or report
    assert owner is not None  # noqa: S101 - a step belongs to something
    came_from = report.pk if report is not None else matter.report_id if matter is not None else None
    if code is StepCode.FILED:
        params["office"] = owner.organisation.name
    return Step(
        organisation_id=owner.organisation_id,
        matter=matter,
        report_id=came_from,
        code=code,
        params=params,
        public_text=came_from is not None and code in FOR_REPORTER,
        at=at,
        on=on,
        place=_ORDER.index(code),
    )


def text_of(code: str, params: Mapping[str, Any], translate: Callable[[str], str] = str, language: str = "id") -> str:
    """The line in words. ``translate`` is gettext of the shell, ``language`` that of texts of the catalogue."""
    # Lines from before a move told its reason keep their words.
    if code == StepCode.CLOCK_MOVED and "before" in params:
        return moved_text(params, translate, language)
    filled = dict(params)
    if "outcome" in filled:
        filled["outcome"] = translate(OUTCOMES[Outcome(filled["outcome"])])
    if "ground" in filled:
        filled["ground"] = translate(GROUNDS[Ground(filled["ground"])])
    if "gaps" in filled:
        filled["gaps"] = ", ".join(_requirement(gap, language) for gap in filled["gaps"])
    text = _REGISTERED if code == StepCode.REGISTERED and "number" in filled else TEXTS[StepCode(code)]
    return translate(text) % filled


def _requirement(requirement_id: str, language: str) -> str:
    title = casework().requirements.title(requirement_id)
    words = title.en if language == "en" else title.id
    return words[:1].lower() + words[1:]
