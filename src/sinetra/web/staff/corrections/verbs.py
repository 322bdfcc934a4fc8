"""What can be done with one correction: the word on the button, what will happen, what must be filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.actions.accept_correction import accept_correction
from sinetra.apps.cases.actions.give_up_correction import give_up_correction
from sinetra.apps.cases.actions.note_correction import note_correction
from sinetra.apps.cases.actions.send_correction import send_correction
from sinetra.apps.cases.actions.send_correction_package import send_correction_package
from sinetra.apps.cases.corrections import WAITING, goes_by_package
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.vocabulary import CorrectionState, Direction
from sinetra.web.staff.corrections.forms import GiveUpForm, LineForm, NoteForm, SendForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``run(row, actor, form)`` does it; ``fits`` says whether the line is where it can be done."""

    action: str
    title: str | Promise
    consequences: tuple[str | Promise, ...]
    fits: Callable[[Correction], bool]
    run: Callable[[Correction, Actor, Any], object]
    form: type[LineForm] = LineForm
    stop: bool = False


def _outgoing(row: Correction, *states: CorrectionState) -> bool:
    return row.direction == Direction.OUTGOING and row.state in states


STEPS: dict[str, Step] = {
    "paket": Step(
        action="correction.send",
        title=_lazy("Kirim paket pembetulan"),
        consequences=(
            _lazy("Paket bertanda tangan dikirim; isinya tidak menyebut nama siapa pun."),
            _lazy("Di kantor penerima nama yang dilaporkan langsung tidak tampak lagi."),
            _lazy("Pembetulan selesai setelah penerima menyatakan menerima."),
        ),
        fits=lambda row: _outgoing(row, CorrectionState.OPEN) and goes_by_package(row),
        run=lambda row, actor, form: send_correction_package(correction=row, actor=actor),
    ),
    "surat": Step(
        action="correction.send",
        title=_lazy("Catat surat pembetulan terkirim"),
        consequences=(
            _lazy("Kirim suratnya dahulu; di sini hanya dicatat."),
            _lazy("Pembetulan selesai setelah tanda terimanya dicatat."),
        ),
        fits=lambda row: _outgoing(row, CorrectionState.OPEN),
        run=lambda row, actor, form: send_correction(
            correction=row, number=form.chosen(), sent_on=form.cleaned_data["sent_on"], actor=actor
        ),
        form=SendForm,
    ),
    "tanda-terima": Step(
        action="correction.note",
        title=_lazy("Catat tanda terima"),
        consequences=(_lazy("Lembaga ini tercatat sudah menerima pembetulan."),),
        fits=lambda row: _outgoing(row, CorrectionState.SENT),
        run=lambda row, actor, form: note_correction(correction=row, actor=actor, **form.cleaned_data),
        form=NoteForm,
    ),
    "tidak-dapat": Step(
        action="correction.give_up",
        title=_lazy("Nyatakan tidak dapat diberi tahu"),
        consequences=(_lazy("Lembaga ini keluar dari daftar pembetulan; alasan Anda tetap tersimpan."),),
        fits=lambda row: _outgoing(row, *WAITING),
        run=lambda row, actor, form: give_up_correction(
            correction=row, reason=form.cleaned_data["reason"], actor=actor
        ),
        form=GiveUpForm,
        stop=True,
    ),
    "terima": Step(
        action="correction.accept",
        title=_lazy("Terima pembetulan"),
        consequences=(
            _lazy("Perkara di kantor Anda ditutup sebagai tidak terbukti, dan nama hilang dari semua daftar."),
            _lazy("Tanda terima bertanda tangan kembali kepada pengirim."),
            _lazy("Setiap lembaga yang pernah Anda beri tahu masuk daftar pembetulan."),
        ),
        fits=lambda row: row.direction == Direction.INCOMING and row.state == CorrectionState.OPEN,
        run=lambda row, actor, form: accept_correction(correction=row, actor=actor),
    ),
}


def steps_for(row: Correction, actor: Actor) -> list[str]:
    """Names of what can be done now, the first is what comes next."""
    return [name for name, step in STEPS.items() if step.fits(row) and may(actor, step.action, row)]
