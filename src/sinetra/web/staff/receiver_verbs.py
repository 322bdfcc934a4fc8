"""Verbs of a matter at the office that received it: examine, pass on, answer the sender."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.actions.answer_sender import answer_sender
from sinetra.apps.cases.actions.open_examination import open_examination
from sinetra.apps.cases.actions.pass_on import pass_on
from sinetra.apps.cases.examinations.answers import untold
from sinetra.apps.cases.examinations.open_places import open_places
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.partners import receivers
from sinetra.apps.cases.steps import FOLLOW_UP_ANSWERS
from sinetra.apps.registry.models import Organisation
from sinetra.core.law.words import Position, SubjectStatus
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.parts import Pair
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.prevention.fields import area
from sinetra.web.staff.verb import Verb
from sinetra.web.templatetags.words import reported_role


class OpenExaminationForm(forms.Form):
    place = forms.TypedChoiceField(
        label=_lazy("Siapa yang diperiksa?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih siapa yang diperiksa.")},
    )
    status = forms.ChoiceField(
        label=_lazy("Status kepegawaian pada hari perbuatan"),
        choices=[("", _lazy("pilih")), *STATUSES.items()],
        error_messages={"required": _lazy("Pilih statusnya.")},
    )
    position = forms.ChoiceField(
        label=_lazy("Jabatan pada hari perbuatan"),
        choices=[("", _lazy("pilih")), *POSITIONS.items()],
        help_text=_lazy("Menentukan siapa yang berwenang memutus."),
        error_messages={"required": _lazy("Pilih jabatannya.")},
    )
    note = PlainText(
        label=_lazy("Dari mana status dan jabatan itu diketahui"),
        required=False,
        max_length=2000,
        widget=area(3),
        help_text=_lazy("Disimpan tersegel."),
    )

    def offer(self, matter: Matter) -> None:
        people = reported_of(matter)
        places = open_places(matter) or range(len(people))
        self.fields["place"].choices = [(place, _person(people[place])) for place in places]  # type: ignore[attr-defined]


def _person(person: dict[str, str | None]) -> str:
    return ", ".join(filter(None, (reported_role(person["role"] or ""), person["name"], person["unit"])))


class PassOnForm(forms.Form):
    to = forms.ModelChoiceField(
        label=_lazy("Teruskan ke"),
        queryset=Organisation.objects.none(),
        error_messages={"required": _lazy("Pilih instansi penerima.")},
    )
    summary = PlainText(
        label=_lazy("Ringkasan, dengan kata-kata kantor Anda"),
        max_length=5000,
        widget=area(6),
        error_messages={"required": _lazy("Tuliskan ringkasan untuk instansi penerima.")},
    )

    def offer(self, matter: Matter) -> None:
        rows = receivers().exclude(pk=matter.organisation_id)
        self.fields["to"].queryset = rows  # type: ignore[attr-defined]


def _what_is_told(matter: Matter) -> list[Pair]:
    reply = untold(matter)
    if reply is None:
        return []
    pairs = [Pair(term=_("Yang dijawabkan"), value=_(FOLLOW_UP_ANSWERS[reply.answer]))]
    if reply.letter:
        pairs.append(Pair(term=_("Nomor keputusan"), value=reply.letter))
    return pairs


RECEIVER: dict[str, Verb] = {
    "open_examination": Verb(
        button=_lazy("Mulai pemeriksaan"),
        title=_lazy("Mulai pemeriksaan"),
        consequences=(
            _lazy("Pemeriksaan disiapkan untuk satu orang. Belum ada yang terbukti."),
            _lazy("Berikutnya atasan langsung memanggil secara tertulis."),
        ),
        run=lambda matter, actor, values: open_examination(
            matter=matter,
            place=values["place"],
            status=SubjectStatus(values["status"]),
            position=Position(values["position"]),
            note=values["note"],
            actor=actor,
        ),
        form=OpenExaminationForm,
    ),
    "pass_on": Verb(
        button=_lazy("Teruskan kepada PPK"),
        title=_lazy("Teruskan kepada yang memeriksa dan memutus"),
        consequences=(
            _lazy("Paket bertanda tangan dikirim kepada penerima."),
            _lazy("Serah terima baru selesai setelah penerima menyatakan menerima."),
            _lazy("Sesudah itu tenggat tindak lanjut PPK berjalan di sini."),
        ),
        run=lambda matter, actor, values: pass_on(
            matter=matter, to=values["to"], summary=values["summary"], actor=actor
        ),
        form=PassOnForm,
    ),
    "answer_sender": Verb(
        button=_lazy("Jawab pengirim"),
        title=_lazy("Jawab pengirim"),
        consequences=(
            _lazy("Jawaban bertanda tangan dikirim kepada yang menyerahkan perkara ini."),
            _lazy("Isinya hasil, tanggal, dan nomor keputusan; tanpa nama dan tanpa jenis hukuman."),
        ),
        run=lambda matter, actor, values: answer_sender(matter=matter, actor=actor),
        pairs=_what_is_told,
    ),
}
