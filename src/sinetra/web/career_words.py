"""Steps, decisions and reasons of a career in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.careers.models import CareerStep
from sinetra.apps.careers.vocabulary import Decision, Reason, StepKind
from sinetra.core.casework.telling import Certainty
from sinetra.web.law_words import Words
from sinetra.web.staff.registry_words import HELD_KINDS, day_in_words

KINDS: Words = {
    StepKind.DEVELOPMENT: _lazy("pengembangan"),
    StepKind.TRAINING: _lazy("pelatihan"),
    StepKind.PROMOTION: _lazy("kenaikan pangkat"),
    StepKind.APPOINTMENT: _lazy("pengangkatan dalam jabatan"),
    StepKind.TRANSFER: _lazy("mutasi"),
    StepKind.DISMISSAL: _lazy("pemberhentian dari jabatan"),
}
#: Sentiment and word.
DECISIONS: Mapping[str, tuple[str, str | Promise]] = {
    Decision.PROPOSED: ("info", _lazy("diusulkan")),
    Decision.GRANTED: ("good", _lazy("dikabulkan")),
    Decision.REFUSED: ("stop", _lazy("ditolak")),
    Decision.WITHDRAWN: ("plain", _lazy("usul ditarik")),
    Decision.CANCELLED: ("attention", _lazy("dibatalkan")),
}
REASONS: Words = {
    Reason.VACANCY: _lazy("mengisi jabatan kosong"),
    Reason.SELECTION: _lazy("hasil seleksi terbuka"),
    Reason.COMPETENCE: _lazy("kebutuhan kompetensi"),
    Reason.PERFORMANCE: _lazy("hasil penilaian kinerja"),
    Reason.OWN_REQUEST: _lazy("permintaan sendiri"),
    Reason.TERM_END: _lazy("masa jabatan berakhir"),
    Reason.RETIREMENT: _lazy("pensiun"),
    Reason.REORGANISATION: _lazy("perubahan organisasi"),
    Reason.FINAL_PENALTY: _lazy("hukuman disiplin yang sudah tetap"),
    Reason.COURT_RULING: _lazy("putusan pengadilan"),
    Reason.OTHER: _lazy("alasan lain yang ditulis"),
}
UNSURE: Words = {Certainty.OPEN: _lazy("surat belum lengkap"), Certainty.CONTESTED: _lazy("sumber berbeda")}


def mark(step: CareerStep) -> tuple[str, str]:
    sentiment, word = DECISIONS[step.decision]
    return sentiment, str(word)


def said(day: date | None) -> str:
    return day_in_words(day) if day else "–"


def span(first: date, last: date | None) -> str:
    return f"{said(first)} – {said(last)}" if last else _("sejak %(first)s") % {"first": said(first)}


def who(step: CareerStep) -> str:
    if step.person is not None:
        return step.person.name
    return step.unit.name if step.unit else "–"


def decider(step: CareerStep) -> str:
    """With what is not sure about it: a letter is missing, or sources differ about who was PPK."""
    told = (HELD_KINDS.get(step.decider_kind, ""), UNSURE.get(step.decider_certainty, ""))
    return ", ".join(part for part in (step.decider_name, step.decider_title, *map(str, told)) if part)
