"""The verbs of a matter until its registration: complete, repaired, refused, kept, withdrawn, traced, handed on."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases import checklist
from sinetra.apps.cases.actions.accept_repair import accept_repair
from sinetra.apps.cases.actions.ask_repair import ask_repair
from sinetra.apps.cases.actions.find_complete import find_complete
from sinetra.apps.cases.actions.keep_as_information import keep_as_information
from sinetra.apps.cases.actions.refuse_registration import refuse_registration
from sinetra.apps.cases.actions.register import register
from sinetra.apps.cases.actions.report_tracing import report_tracing
from sinetra.apps.cases.actions.set_finding import set_finding
from sinetra.apps.cases.actions.start_study import start_study
from sinetra.apps.cases.actions.take_over import take_over
from sinetra.apps.cases.actions.transfer import transfer
from sinetra.apps.cases.actions.withdraw import withdraw
from sinetra.apps.cases.clocks import rule_due
from sinetra.apps.cases.models import Clock, Matter
from sinetra.apps.cases.vocabulary import Ground
from sinetra.apps.reports import law_clock
from sinetra.core.casework.checklist import Answer
from sinetra.ports.clock import today
from sinetra.web.clocks import due_clock
from sinetra.web.parts import Pair
from sinetra.web.staff.intake_forms import (
    ReasonForm,
    RefuseForm,
    RepairForm,
    TakeOverForm,
    TracingForm,
    TransferForm,
)
from sinetra.web.staff.talk_pairs import answer_pairs
from sinetra.web.staff.verb import Verb
from sinetra.web.staff.withdrawal import WithdrawForm, withdrawal_pairs


def _gaps(matter: Matter) -> list[Pair]:
    """What the reporter will be told, what the letter adds, and until when."""
    english = get_language() == "en"
    found = [
        Pair(term=item.requirement.title.en if english else item.requirement.title.id, value=item.note)
        for item in checklist.items(matter)
        if item.answer is Answer.NOT_MET
    ]
    day = today(matter.region_id)
    due = rule_due(matter, f"{matter.regime}.repair", day)
    if due is not None:
        found.append(Pair(term=_("Batas perbaikan"), value=due_clock(due, day)))
    return found


def _running(ending: str) -> list[str]:
    return [f"{regime}.{ending}" for regime in law_clock.Regime]


def _clock_of(matter: Matter, ending: str) -> list[Pair]:
    day = today(matter.region_id)
    return [
        Pair(
            term=_("Tenggat sekarang"),
            value=due_clock(law_clock.Due.of(clock.told), day),
        )
        for clock in Clock.objects.filter(matter=matter, done_at=None, rule__in=_running(ending))
    ]


_SENT = (
    _lazy("Paket bertanda tangan dikirim kepada kantor itu."),
    _lazy("Baru selesai setelah kantor itu menyatakan menerima; sampai saat itu tetap tanggung jawab Anda."),
    _lazy("Pelapor membaca ke mana laporannya pergi."),
)
# ``start_study`` where there is no report to study.
TRACING = Verb(
    button=_lazy("Mulai penelusuran"),
    title=_lazy("Mulai penelusuran"),
    consequences=(
        _lazy("Anda menjadi penanggung jawab bila belum ada."),
        _lazy("Pelapor, bila ada, membaca bahwa penelusuran dimulai."),
    ),
    run=lambda matter, actor, values: start_study(matter=matter, actor=actor),
    pairs=lambda matter: _clock_of(matter, "tracing"),
)
INTAKE: dict[str, Verb] = {
    "start_study": Verb(
        button=_lazy("Mulai kajian awal"),
        title=_lazy("Mulai kajian awal"),
        consequences=(
            _lazy("Anda menjadi penanggung jawab bila belum ada."),
            _lazy("Pelapor membaca bahwa kajian dimulai."),
        ),
        run=lambda matter, actor, values: start_study(matter=matter, actor=actor),
    ),
    "find_complete": Verb(
        button=_lazy("Nyatakan lengkap"),
        title=_lazy("Nyatakan lengkap"),
        consequences=(
            _lazy("Semua syarat dinyatakan terpenuhi atas nama Anda, dan tidak berubah lagi."),
            _lazy("Tenggat kajian awal berhenti; tenggat registrasi mulai."),
        ),
        run=lambda matter, actor, values: find_complete(matter=matter, actor=actor),
    ),
    "ask_repair": Verb(
        button=_lazy("Minta perbaikan"),
        title=_lazy("Minta perbaikan kepada pelapor"),
        consequences=(
            _lazy("Pelapor membaca syarat yang kurang, tanpa catatan Anda."),
            _lazy("Surat pemberitahuan terisi dengan catatan Anda; tinggal diberi nomor."),
            _lazy("Tenggat kajian awal berhenti; tenggat perbaikan mulai."),
        ),
        run=lambda matter, actor, values: ask_repair(matter=matter, actor=actor),
        pairs=_gaps,
    ),
    "accept_repair": Verb(
        button=_lazy("Terima perbaikan"),
        title=_lazy("Terima perbaikan"),
        consequences=(
            _lazy("Semua syarat dinyatakan terpenuhi atas nama Anda."),
            _lazy("Tenggat registrasi mulai. Perbaikan yang lewat waktu ditolak."),
        ),
        run=lambda matter, actor, values: accept_repair(matter=matter, received_on=values["received_on"], actor=actor),
        form=RepairForm,
        pairs=lambda matter: _clock_of(matter, "repair") + answer_pairs(matter),
    ),
    "report_tracing": Verb(
        button=_lazy("Tulis hasil pengawasan"),
        title=_lazy("Tulis laporan hasil pengawasan"),
        consequences=(
            _lazy("Tenggat penelusuran berhenti."),
            _lazy("Bila ada dugaan, tenggat temuan dihitung dari hari dugaan ditemukan."),
            _lazy("Rapat pleno memutuskan: menjadi temuan, atau ditutup."),
        ),
        run=lambda matter, actor, values: report_tracing(
            matter=matter, text=values["text"], found_on=values["found_on"], actor=actor
        ),
        form=TracingForm,
        pairs=lambda matter: _clock_of(matter, "tracing"),
    ),
    "set_finding": Verb(
        button=_lazy("Tetapkan temuan"),
        title=_lazy("Tetapkan sebagai temuan"),
        consequences=(
            _lazy("Rapat pleno menyatakan ada dugaan pelanggaran. Belum ada yang dinyatakan terbukti."),
            _lazy("Tenggat registrasi mulai."),
        ),
        run=lambda matter, actor, values: set_finding(matter=matter, reason=values["reason"], actor=actor),
        form=ReasonForm,
        pairs=lambda matter: _clock_of(matter, "finding"),
    ),
    "register": Verb(
        button=_lazy("Registrasi"),
        title=_lazy("Registrasi perkara"),
        consequences=(
            _lazy("Perkara mendapat nomor register berikutnya; nomor itu tetap."),
            _lazy("Sesudah ini pencabutan laporan tidak menghentikan penanganan."),
        ),
        run=lambda matter, actor, values: register(matter=matter, actor=actor),
    ),
    "keep_as_information": Verb(
        button=_lazy("Jadikan informasi awal"),
        title=_lazy("Jadikan informasi awal"),
        consequences=(
            _lazy("Laporan tidak diregistrasi, tetapi isinya tidak dibuang."),
            _lazy("Tenggat penelusuran mulai hari ini."),
            _lazy("Pelapor membaca bahwa isinya ditelaah sebagai informasi awal."),
        ),
        run=lambda matter, actor, values: keep_as_information(matter=matter, reason=values["reason"], actor=actor),
        form=ReasonForm,
    ),
    "refuse_registration": Verb(
        button=_lazy("Nyatakan tidak diregistrasi"),
        title=_lazy("Nyatakan tidak diregistrasi"),
        consequences=(
            _lazy("Semua tenggat berhenti. Langkah ini tidak dapat dibatalkan."),
            _lazy("Pelapor membaca dasarnya."),
            _lazy("Bila hanya syarat formal yang kurang, jadikan informasi awal."),
        ),
        run=lambda matter, actor, values: refuse_registration(
            matter=matter, ground=Ground(values["ground"]), reason=values["reason"], actor=actor
        ),
        form=RefuseForm,
        stop=True,
    ),
    "transfer": Verb(
        button=_lazy("Limpahkan"),
        title=_lazy("Limpahkan ke kantor Bawaslu lain"),
        consequences=_SENT,
        run=lambda matter, actor, values: transfer(
            matter=matter, to=values["to"], summary=values["summary"], actor=actor
        ),
        form=TransferForm,
    ),
    "take_over": Verb(
        button=_lazy("Catat pengambilalihan"),
        title=_lazy("Catat pengambilalihan oleh kantor di atas"),
        consequences=(_lazy("Hanya atas keputusan kantor yang mengambil alih."), *_SENT),
        run=lambda matter, actor, values: take_over(matter=matter, actor=actor, **values),
        form=TakeOverForm,
    ),
    "withdraw": Verb(
        button=_lazy("Catat pencabutan"),
        title=_lazy("Catat pencabutan laporan"),
        consequences=(
            _lazy("Sebelum registrasi: laporan berhenti, isinya dapat menjadi informasi awal."),
            _lazy("Sesudah registrasi: pencabutan dicatat, penanganan tetap berjalan."),
            _lazy("Pelapor membaca akibatnya."),
        ),
        run=lambda matter, actor, values: withdraw(
            matter=matter, report=values.get("report"), reason=values["reason"], actor=actor
        ),
        form=WithdrawForm,
        pairs=withdrawal_pairs,
    ),
}
