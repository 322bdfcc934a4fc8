"""Lines of a timeline: which there are, what each says to the office and to the reporter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases.clock_moves import moved_text
from sinetra.apps.cases.examinations.catalogue import step_done
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import HandOver, Matter, Step
from sinetra.apps.cases.moves import casework
from sinetra.apps.cases.vocabulary import (
    Answer,
    Attendance,
    Ground,
    HandOverState,
    Outcome,
    StepCode,
    TrackOutcome,
    Whom,
)
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Aside, Kept, OpenedBy, OpeningGround
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
        "Identitas pelapor dibaca oleh %(by)s untuk %(opening)s; alasannya tercatat dalam jejak audit."
    ),
    StepCode.STUDY_STARTED: gettext_noop("Kajian awal dimulai."),
    StepCode.CHECKED: gettext_noop("Syarat diperiksa: %(met)s dari %(wanted)s terpenuhi."),
    StepCode.REPAIR_ASKED: gettext_noop("Perlu dilengkapi: %(gaps)s."),
    StepCode.REPAIR_ACCEPTED: gettext_noop("Perbaikan diterima; berkas lengkap."),
    StepCode.FOUND_COMPLETE: gettext_noop("Dinyatakan lengkap; menunggu registrasi."),
    StepCode.NOT_REGISTERED: gettext_noop("Tidak diregistrasi: %(ground)s."),
    StepCode.WITHDRAWN: gettext_noop("Laporan dicabut sebelum registrasi."),
    StepCode.WITHDRAWAL_NOTED: gettext_noop("Pencabutan dicatat; penanganan tetap berjalan."),
    StepCode.KEPT_AS_INFORMATION: gettext_noop("Isinya disimpan dan ditelaah sebagai informasi awal."),
    StepCode.TRACING_STARTED: gettext_noop("Penelusuran informasi awal dimulai."),
    StepCode.TRACING_REPORTED: gettext_noop("Hasil penelusuran ditulis dalam laporan hasil pengawasan."),
    StepCode.FINDING_SET: gettext_noop("Ditetapkan sebagai temuan dalam rapat pleno."),
    StepCode.REGISTERED: gettext_noop("Diregistrasi; syarat formal dan materiel terpenuhi."),
    StepCode.STATEMENTS_ASKED: gettext_noop("Klarifikasi dimulai; orang-orang dimintai keterangan."),
    StepCode.SUMMONED: gettext_noop("Undangan klarifikasi ke-%(call)s untuk %(whom)s, hari %(held_on)s."),
    StepCode.CLARIFIED: gettext_noop("Klarifikasi %(whom)s dicatat: %(attendance)s."),
    StepCode.TRANSFERRED: gettext_noop("Dilimpahkan kepada %(counterpart)s; menunggu tanda terima."),
    StepCode.TAKEN_OVER: gettext_noop("Diambil alih oleh %(counterpart)s; menunggu tanda terima."),
    StepCode.STUDY_WRITTEN: gettext_noop("Kajian selesai disusun; menunggu rapat pleno."),
    StepCode.STUDY_CORRECTED: gettext_noop("Kajian dibetulkan: versi %(edition)s."),
    StepCode.STUDY_EXTENDED: gettext_noop("Perlu keterangan tambahan; tenggat kajian menjadi %(due)s."),
    StepCode.PLENARY: gettext_noop("Dibahas dalam rapat pleno."),
    StepCode.TRACK_OPENED: gettext_noop("Ditetapkan untuk diteruskan."),
    StepCode.FORWARDED: gettext_noop("Diteruskan kepada %(counterpart)s; menunggu tanda terima."),
    StepCode.RECEIVED: gettext_noop("Diterima dari %(counterpart)s."),
    StepCode.ACKNOWLEDGED: gettext_noop("%(counterpart)s menyatakan telah menerima."),
    StepCode.RETURNED: gettext_noop("Dikembalikan oleh %(counterpart)s."),
    StepCode.TRACK_ENDED: gettext_noop("Selesai: %(ended)s."),
    StepCode.CLOSED: gettext_noop("Ditutup: %(outcome)s."),
    StepCode.CLOCK_MOVED: gettext_noop("Tenggat %(rule)s dihitung ulang: %(due)s."),
    StepCode.HANDLER_CHANGED: gettext_noop("Penanggung jawab diganti."),
    StepCode.LETTER_ISSUED: gettext_noop("%(letter)s nomor %(number)s diterbitkan."),
    StepCode.FOLLOW_UP_ANSWERED: gettext_noop("%(counterpart)s menjawab: %(answer)s."),
    StepCode.WITHDRAWAL_PASSED_ON: gettext_noop(
        "Pencabutan dicatat; kantor Bawaslu yang menangani menentukan lanjutannya."
    ),
    StepCode.REOPENED: gettext_noop("Dibuka kembali dan ditangani lagi: %(reopening)s."),
    StepCode.CORRECTION_SENT: gettext_noop("Pembetulan dikirim kepada %(counterpart)s."),
    StepCode.CORRECTION_ANSWERED: gettext_noop("%(counterpart)s telah menerima pembetulan."),
    StepCode.CORRECTION_RECEIVED: gettext_noop("%(counterpart)s menyatakan tidak terbukti."),
    StepCode.CLEARED: gettext_noop("Semua yang pernah diberi tahu sudah menerima pembetulan."),
    StepCode.ANSWER_NOTED: gettext_noop("Jawaban %(counterpart)s dicatat; menunggu pemeriksaan orang kedua."),
    StepCode.ACKNOWLEDGEMENT_RECORDED: gettext_noop(
        "Tanda terima %(counterpart)s dicatat pengirim dengan bukti; sudah diperiksa orang kedua."
    ),
    StepCode.RETURN_RECORDED: gettext_noop(
        "Pengembalian dari %(counterpart)s dicatat pengirim dengan bukti; sudah diperiksa orang kedua."
    ),
    StepCode.RECORD_REJECTED: gettext_noop("Catatan jawaban %(counterpart)s ditolak pemeriksa kedua."),
    StepCode.FORM_SIGNED: gettext_noop("Formulir bertanda tangan diterima pada waktunya; ditangani sebagai laporan."),
    StepCode.FORM_SIGNED_LATE: gettext_noop(
        "Formulir bertanda tangan diterima sesudah batasnya; isinya tetap ditelaah sebagai informasi awal."
    ),
    StepCode.FORM_NOT_SIGNED: gettext_noop(
        "Formulir bertanda tangan belum diterima sampai batasnya; isinya disimpan dan ditelaah sebagai informasi awal."
    ),
    StepCode.REPORT_JOINED: gettext_noop("Satu laporan lain tentang peristiwa ini digabungkan."),
    StepCode.REPORT_SEPARATED: gettext_noop("Satu laporan dipisahkan kembali."),
    StepCode.LOOKED_AT_AGAIN: gettext_noop("Kembali ke meja laporan masuk untuk ditelaah lagi."),
    StepCode.KEPT_FOR_LATER: gettext_noop("Disimpan sebagai informasi awal: %(kept)s."),
    StepCode.SET_ASIDE: gettext_noop("Tidak ditangani sebagai dugaan pelanggaran: %(aside)s."),
}
FOLLOW_UP_ANSWERS: Mapping[Answer, str] = {
    Answer.EXAMINING: gettext_noop("sedang diperiksa, belum selesai"),
    Answer.SANCTIONED: gettext_noop("sudah diputus, dengan hukuman"),
    Answer.NOT_PROVEN: gettext_noop("sudah diputus, tidak terbukti"),
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
KEPT: Mapping[Kept, str] = {
    Kept.NO_ACT: gettext_noop("perbuatan, waktu, atau tempatnya belum disebut; tambahkan bila Anda mengetahuinya"),
    Kept.NO_LEAD: gettext_noop("belum ada petunjuk untuk ditelusuri; tambahkan keterangan bila Anda memilikinya"),
}
ASIDE: Mapping[Aside, str] = {
    Aside.SECRET_VOTE: gettext_noop("pilihan di bilik suara adalah rahasia dan hak setiap orang"),
    Aside.OPINION: gettext_noop("pendapat atau simpati tanpa perbuatan tidak memenuhi norma mana pun"),
    Aside.OTHER_SUBJECT: gettext_noop("isinya bukan tentang netralitas dalam pemilihan"),
    Aside.OTHER_OFFICE: gettext_noop("bukan wilayah kantor ini; sampaikan kepada %(counterpart)s"),
}
TRACKS: Mapping[str, str] = {
    "ethics": gettext_noop("kode etik"),
    "discipline": gettext_noop("disiplin"),
    "criminal": gettext_noop("pidana"),
    "election_administration": gettext_noop("administrasi pemilihan"),
    "other_law": gettext_noop("peraturan lain"),
}
TRACK_OUTCOMES: Mapping[TrackOutcome, str] = {
    TrackOutcome.SANCTIONED: gettext_noop("terbukti dan dijatuhi sanksi"),
    TrackOutcome.FOLLOWED_UP: gettext_noop("telah ditindaklanjuti"),
    TrackOutcome.NOT_PROVEN: gettext_noop("tidak terbukti"),
    TrackOutcome.REFUSED: gettext_noop("ditolak lembaga tujuan"),
    TrackOutcome.HANDED_OVER: gettext_noop("telah beralih ke instansi penerima"),
    TrackOutcome.TAKEN_BACK: gettext_noop("tidak dilanjutkan pada jalur ini"),
}
_ON_TRACK = gettext_noop("Jalur %(track)s – %(what)s")
ASKED: Mapping[Whom, str] = {
    Whom.REPORTED: gettext_noop("yang dilaporkan"),
    Whom.WITNESS: gettext_noop("saksi"),
    Whom.EXPERT: gettext_noop("ahli"),
    Whom.REPORTER: gettext_noop("pelapor"),
    Whom.OTHER_BODY: gettext_noop("instansi atau pihak lain"),
}
ATTENDANCES: Mapping[Attendance, str] = {
    Attendance.CAME: gettext_noop("datang dan memberi keterangan"),
    Attendance.ABSENT: gettext_noop("tidak datang"),
    Attendance.CALLED_OFF: gettext_noop("dibatalkan kantor"),
}
READERS: Mapping[str, str] = {
    OpenedBy.CUSTODIAN: gettext_noop("kustodian kantor ini"),
    OpenedBy.DEPUTY: gettext_noop("wakil kustodian kantor ini"),
    OpenedBy.PROVINCE: gettext_noop("kustodian kantor provinsi"),
}
OPENINGS: Mapping[str, str] = {
    OpeningGround.COMPLETION: gettext_noop("melengkapi laporan"),
    OpeningGround.CLARIFICATION: gettext_noop("klarifikasi dengan pelapor"),
    OpeningGround.PROTECTION: gettext_noop("perlindungan pelapor"),
    OpeningGround.COURT: gettext_noop("permintaan penyidik atau pengadilan"),
    OpeningGround.OTHER: gettext_noop("keperluan lain yang tercatat"),
}
# Lines from before there was a register keep their words.
_REGISTERED = gettext_noop("Diregistrasi dengan nomor %(number)s.")
_ORDER = tuple(StepCode)
FOR_REPORTER = frozenset(TEXTS) - {
    StepCode.CHECKED,
    StepCode.STUDY_CORRECTED,
    StepCode.RECEIVED,
    StepCode.CLOCK_MOVED,
    StepCode.HANDLER_CHANGED,
    StepCode.SUMMONED,
    StepCode.CLARIFIED,
    StepCode.LETTER_ISSUED,
    StepCode.CORRECTION_SENT,
    StepCode.CORRECTION_ANSWERED,
    StepCode.CORRECTION_RECEIVED,
    StepCode.CLEARED,
    StepCode.ANSWER_NOTED,
    StepCode.RECORD_REJECTED,
    StepCode.REPORT_JOINED,
    StepCode.REPORT_SEPARATED,
}
#: About what one reporter did or has to do; whoever else told of the same event reads nothing of it.
_OF_ONE = frozenset(
    {
        StepCode.REPAIR_ASKED,
        StepCode.REPAIR_ACCEPTED,
        StepCode.WITHDRAWN,
        StepCode.WITHDRAWAL_NOTED,
        StepCode.WITHDRAWAL_PASSED_ON,
    }
)


_ANSWERS = {
    (HandOverState.ACKNOWLEDGED, False): StepCode.ACKNOWLEDGED,
    (HandOverState.RETURNED, False): StepCode.RETURNED,
    (HandOverState.ACKNOWLEDGED, True): StepCode.ACKNOWLEDGEMENT_RECORDED,
    (HandOverState.RETURNED, True): StepCode.RETURN_RECORDED,
}


def answer_line(hand_over: HandOver) -> StepCode:
    """The line for the answer that stands in the row: who said it is part of it."""
    return _ANSWERS[HandOverState(hand_over.state), hand_over.recorded_by_sender]


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
    """Adds the line to the matter and to the report that it came from; and, for its own reporter, to each that was
    joined to the matter."""
    step = work.create(new_step(code, at=at, on=on, matter=matter, report=report, **params))
    work.record(f"step.{code}", step)
    if matter is not None and code in FOR_REPORTER - _OF_ONE:
        for joined in matter.joined_reports.select_related("organisation").order_by("joined_at", "id"):
            line = work.create(new_step(code, at=at, on=on, report=joined, **params))
            work.record(f"step.{code}", line)
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
    if code == StepCode.EXAMINATION:
        done = step_done(params["step"])
        return done.en if language == "en" else done.id
    filled = dict(params)
    if code == StepCode.FOLLOW_UP_ANSWERED:
        filled["answer"] = translate(FOLLOW_UP_ANSWERS[Answer(filled["answer"])])
    if "outcome" in filled:
        filled["outcome"] = translate(OUTCOMES[Outcome(filled["outcome"])])
    if "kept" in filled:
        filled["kept"] = translate(KEPT[Kept(filled["kept"])])
    if "aside" in filled:
        filled["aside"] = translate(ASIDE[Aside(filled["aside"])]) % filled
    if "ground" in filled:
        filled["ground"] = translate(GROUNDS[Ground(filled["ground"])])
    if "whom" in filled:
        filled["whom"] = translate(ASKED[Whom(filled["whom"])])
    if "attendance" in filled:
        filled["attendance"] = translate(ATTENDANCES[Attendance(filled["attendance"])])
    if "opening" in filled:
        filled["by"] = translate(READERS[filled["by"]])
        filled["opening"] = translate(OPENINGS[filled["opening"]])
    if "letter" in filled:
        title = letters().get(filled["letter"]).title
        filled["letter"] = title.en if language == "en" else title.id
    if "gaps" in filled:
        filled["gaps"] = ", ".join(_requirement(gap, language) for gap in filled["gaps"])
    if "ended" in filled:
        filled["ended"] = translate(TRACK_OUTCOMES[TrackOutcome(filled["ended"])])
    if "reopening" in filled:
        filled["reopening"] = _reopening(filled["reopening"], language)
    text = _REGISTERED if code == StepCode.REGISTERED and "number" in filled else TEXTS[StepCode(code)]
    said = translate(text) % filled
    if "track" not in filled:
        return said
    return translate(_ON_TRACK) % {"track": translate(TRACKS[filled["track"]]), "what": said}


def _requirement(requirement_id: str, language: str) -> str:
    title = casework().requirements.title(requirement_id)
    words = title.en if language == "en" else title.id
    return words[:1].lower() + words[1:]


def _reopening(name: str, language: str) -> str:
    title = next(ground.title for ground in casework().reopening if ground.name == name)
    return title.en if language == "en" else title.id
