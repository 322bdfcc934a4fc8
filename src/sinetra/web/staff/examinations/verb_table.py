"""The verbs of an examination: the word on the button, what will happen, what must be filled in, what does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.examinations import actions as act
from sinetra.apps.cases.examinations.actions.decide import Decided
from sinetra.apps.cases.examinations.actions.join_team import Appointed
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import RemedyResult, Verdict
from sinetra.core.casework.penalties import Official, TeamRole
from sinetra.web.parts import Pair
from sinetra.web.staff.examinations import forms
from sinetra.web.staff.examinations.known_law import acting_head_pairs, decision_pairs, remedy_pairs, team_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminationVerb:
    """``run(row, actor, values)`` does it; ``consequences`` and ``pairs`` are told before."""

    button: str | Promise
    consequences: tuple[str | Promise, ...]
    run: Callable[[Examination, Actor, dict[str, Any]], object]
    form: type[forms.StepForm]
    pairs: Callable[[Examination], list[Pair]] = lambda row: []


def _join(row: Examination, actor: Actor, values: dict[str, Any]) -> object:
    appointed = Appointed(**values | {"role": TeamRole(values["role"])})
    return act.join_team(examination=row, appointed=appointed, actor=actor)


def _with_values(take: Callable[..., object]) -> Callable[[Examination, Actor, dict[str, Any]], object]:
    """The verb takes what was filled in as it is."""
    return lambda row, actor, values: take(examination=row, actor=actor, **values)


def _decide(row: Examination, actor: Actor, values: dict[str, Any]) -> object:
    chosen = {"verdict": Verdict(values["verdict"]), "official": Official(values["official"])}
    return act.decide(examination=row, decided=Decided(**values | chosen), actor=actor)


def _settle(row: Examination, actor: Actor, values: dict[str, Any]) -> object:
    return act.settle(examination=row, actor=actor, **values | {"result": RemedyResult(values["result"])})


VERBS: Mapping[str, ExaminationVerb] = {
    "summon": ExaminationVerb(
        button=_lazy("Catat surat panggilan"),
        consequences=(
            _lazy("Tenggat pemeriksaan dihitung dari tanggal surat."),
            _lazy("Pada panggilan kedua tenggatnya sudah berjalan sejak hari yang tidak dihadiri."),
        ),
        run=_with_values(act.summon),
        form=forms.SummonForm,
    ),
    "examine": ExaminationVerb(
        button=_lazy("Catat berita acara pemeriksaan"),
        consequences=(
            _lazy("Pemeriksaan dinyatakan selesai; berikutnya keputusan."),
            _lazy("Sesudah ini tim tidak dapat ditambah."),
        ),
        run=_with_values(act.examine),
        form=forms.ExamineForm,
        pairs=team_pairs,
    ),
    "note_absence": ExaminationVerb(
        button=_lazy("Catat tidak hadir"),
        consequences=(
            _lazy("Kali pertama: dipanggil sekali lagi, dengan tenggat baru."),
            _lazy("Kali kedua: diputus menurut bukti yang ada."),
        ),
        run=_with_values(act.note_absence),
        form=forms.AbsenceForm,
    ),
    "join_team": ExaminationVerb(
        button=_lazy("Tunjuk anggota tim"),
        consequences=(
            _lazy("Orang ini memeriksa dalam perkara ini saja."),
            _lazy("Yang berkepentingan ditolak, dengan alasannya."),
        ),
        run=_join,
        form=forms.TeamForm,
        pairs=team_pairs,
    ),
    "leave_team": ExaminationVerb(
        button=_lazy("Catat anggota tim berhenti"),
        consequences=(
            _lazy("Orang ini tidak lagi memeriksa dalam perkara ini."),
            _lazy("Unsur yang wajib perlu diisi lagi sebelum hukuman berat."),
        ),
        run=lambda row, actor, values: act.leave_team(
            examination=row, actor=actor, **values | {"member": UUID(values["member"])}
        ),
        form=forms.LeaveForm,
        pairs=team_pairs,
    ),
    "decide": ExaminationVerb(
        button=_lazy("Catat keputusan"),
        consequences=(
            _lazy("Pejabat yang berwenang memutus; di sini hanya dicatat."),
            _lazy("Bila hukuman dijatuhkan, tenggat penyampaian mulai berjalan."),
            _lazy("Keputusan yang dicatat tidak dapat diubah dari sini."),
        ),
        run=_decide,
        form=forms.DecideForm,
        pairs=decision_pairs,
    ),
    "deliver": ExaminationVerb(
        button=_lazy("Catat penyampaian"),
        consequences=(
            _lazy("Dari hari ini dihitung kapan keputusan berlaku."),
            _lazy("Dari hari ini juga dihitung batas keberatan atau banding."),
        ),
        run=_with_values(act.deliver),
        form=forms.DeliverForm,
        pairs=remedy_pairs,
    ),
    "note_undelivered": ExaminationVerb(
        button=_lazy("Catat tidak hadir saat penyampaian"),
        consequences=(
            _lazy("Keputusan dikirim; tenggat pengirimannya mulai berjalan."),
            _lazy("Sesudah diterima, tetap catat penyampaiannya."),
        ),
        run=_with_values(act.note_undelivered),
        form=forms.UndeliveredForm,
    ),
    "execute": ExaminationVerb(
        button=_lazy("Catat pelaksanaan"),
        consequences=(_lazy("Hukuman dinyatakan dilaksanakan; berikutnya dicatat di sistem kepegawaian."),),
        run=_with_values(act.execute),
        form=forms.ExecuteForm,
    ),
    "contest": ExaminationVerb(
        button=_lazy("Catat keberatan atau banding"),
        consequences=(
            _lazy("Berlakunya keputusan menunggu hasilnya."),
            _lazy("Tenggat jawabannya mulai berjalan. Yang terlambat juga dicatat."),
        ),
        run=_with_values(act.contest),
        form=forms.ContestForm,
        pairs=remedy_pairs,
    ),
    "settle": ExaminationVerb(
        button=_lazy("Catat hasil keberatan atau banding"),
        consequences=(
            _lazy("Keputusan tetap atau diubah: hukumannya kemudian dilaksanakan."),
            _lazy("Keputusan dibatalkan: pemeriksaan berakhir."),
        ),
        run=_settle,
        form=forms.SettleForm,
        pairs=remedy_pairs,
    ),
    "report_act": ExaminationVerb(
        button=_lazy("Catat laporan kepada Mendagri"),
        consequences=(_lazy("Tenggat laporan penjabat kepala daerah berhenti."),),
        run=_with_values(act.report_act),
        form=forms.ReportActForm,
        pairs=acting_head_pairs,
    ),
    "record": ExaminationVerb(
        button=_lazy("Catat di sistem kepegawaian"),
        consequences=(_lazy("Pemeriksaan berakhir; berikutnya jawab pengirim."),),
        run=_with_values(act.record),
        form=forms.RecordForm,
    ),
}
