"""What is filled in to invite somebody, to say that nobody came, and to take the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import User
from sinetra.apps.cases.clarification.checks import (
    LONGEST_ANSWER,
    LONGEST_LINE,
    LONGEST_QUESTION,
    MOST_EXCHANGES,
)
from sinetra.apps.cases.clarification.said import Exchange, Heard, Invited, NotHeard, Session
from sinetra.apps.cases.clarification.zone import office_instant
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Attendance, Whom
from sinetra.web.format import day_text
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.clarifications.words import INVITED_BY, WHOM, oath_words
from sinetra.web.staff.prevention.fields import area, day_field, hour_field

#: Pairs of question and answer on a new page, and how many more each time.
FIRST_PAIRS, MORE_PAIRS = 4, 4


def _choice(label: Any, missing: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, error_messages={"required": missing}, **more)


class SendingForm(forms.Form):
    """When and how the invitation went out; it may be said later."""

    invited_on = day_field(_lazy("Undangan dikirim pada"), required=False)
    invited_by = forms.ChoiceField(
        label=_lazy("Cara undangan dikirim"),
        required=False,
        choices=[("", _lazy("belum dikirim")), *INVITED_BY.items()],
    )


class SummonForm(SendingForm):
    """``people``: those reported, in words. ``again``: who is invited is known already."""

    whom = _choice(_lazy("Siapa yang diundang"), _lazy("Pilih siapa yang diundang."))
    name = PlainText(
        label=_lazy("Nama saksi, ahli, atau instansi"),
        required=False,
        max_length=LONGEST_LINE,
        help_text=_lazy("Kosongkan untuk yang dilaporkan dan untuk pelapor. Nama pelapor tidak pernah ditulis."),
    )
    position = PlainText(label=_lazy("Jabatannya"), required=False, max_length=LONGEST_LINE)
    day = day_field(_lazy("Hari klarifikasi"))
    hour = hour_field(_lazy("Pukul"))
    venue = PlainText(
        label=_lazy("Tempat, atau tautan video"),
        max_length=LONGEST_LINE,
        error_messages={"required": _lazy("Tulis tempatnya, atau tautan videonya.")},
    )
    field_order = ("whom", "name", "position", "day", "hour", "venue", "invited_on", "invited_by")

    def __init__(self, data: Any, *, people: Sequence[str], zone: str, again: bool = False) -> None:
        super().__init__(data)
        self.fields["hour"].required = True
        self.fields["hour"].error_messages["required"] = _("Isi jamnya.")
        self.fields["hour"].help_text = _("Menurut jam kantor, %(zone)s.") % {"zone": zone}
        if again:
            del self.fields["whom"], self.fields["name"], self.fields["position"]
            return
        reported = [(f"{Whom.REPORTED}-{place}", f"{WHOM[Whom.REPORTED]}: {one}") for place, one in enumerate(people)]
        others = [(code, word) for code, word in WHOM.items() if code != Whom.REPORTED]
        self.fields["whom"].choices = [*reported, *others]  # type: ignore[attr-defined]

    def warn(self, due: date) -> None:
        """A later day is possible; it takes a second look."""
        told = {"due": day_text(due, get_language() or "id")}
        self.fields["anyway"] = forms.BooleanField(label=_("Tetap undang pada hari itu"), required=False)
        self.add_error("anyway", _("Hari itu sesudah tenggat kajian, %(due)s. Ubah harinya, atau centang.") % told)

    def invited(self) -> Invited:
        whom, _dash, place = self.cleaned_data["whom"].partition("-")
        given = {"name": self.cleaned_data["name"], "position": self.cleaned_data["position"]}
        return Invited(whom=Whom(whom), person=int(place or 0), **({} if place else given))

    def session(self, matter: Matter) -> Session:
        given = self.cleaned_data
        return Session(
            held_at=office_instant(matter, given["day"], given["hour"]),
            venue=given["venue"],
            invited_on=given["invited_on"],
            invited_by=given["invited_by"],
        )


class MissedForm(SendingForm):
    attendance = _choice(
        _lazy("Apa yang terjadi"),
        _lazy("Pilih salah satu."),
        choices=[
            (Attendance.ABSENT.value, _lazy("Tidak datang")),
            (Attendance.CALLED_OFF.value, _lazy("Dibatalkan kantor; tidak dihitung sebagai tidak datang")),
        ],
    )
    reason = PlainText(
        label=_lazy("Alasan"),
        max_length=LONGEST_QUESTION,
        widget=area(3),
        help_text=_lazy("Apa yang diketahui, dan dari siapa. Tidak datang bukan bukti apa pun."),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )
    field_order = ("attendance", "reason", "invited_on", "invited_by")

    def outcome(self) -> NotHeard:
        given = self.cleaned_data
        return NotHeard(
            attendance=Attendance(given["attendance"]),
            reason=given["reason"],
            invited_on=given["invited_on"],
            invited_by=given["invited_by"],
        )


class MinutesForm(forms.Form):
    """The pairs grow by a button that saves nothing; what was typed stays."""

    on = day_field(_lazy("Hari klarifikasi"))
    started = hour_field(_lazy("Mulai pukul"))
    ended = hour_field(_lazy("Selesai pukul"))
    examiners = forms.MultipleChoiceField(
        label=_lazy("Yang mengambil keterangan"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih paling sedikit satu pemeriksa dari daftar.")},
    )
    oath = _choice(_lazy("Sumpah atau janji"), _lazy("Pilih salah satu."))
    oath_reason = PlainText(
        label=_lazy("Alasan tidak bersumpah"), required=False, max_length=LONGEST_QUESTION, widget=area(2)
    )
    companion = PlainText(label=_lazy("Nama pendamping"), required=False, max_length=LONGEST_LINE)
    companion_capacity = PlainText(
        label=_lazy("Pendamping sebagai"),
        required=False,
        max_length=LONGEST_LINE,
        help_text=_lazy("Misalnya penasihat hukum, keluarga, atau rekan."),
    )
    interpreter = PlainText(label=_lazy("Juru bahasa"), required=False, max_length=LONGEST_LINE)
    signed = _choice(
        _lazy("Sesudah dibacakan kembali"),
        _lazy("Pilih salah satu."),
        choices=[("yes", _lazy("Dibenarkan dan ditandatangani")), ("no", _lazy("Tidak bersedia menandatangani"))],
    )
    unsigned_reason = PlainText(
        label=_lazy("Alasan tidak menandatangani"), required=False, max_length=LONGEST_QUESTION, widget=area(2)
    )
    pairs = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_EXCHANGES)

    def __init__(self, data: Any, *, team: Sequence[User], day: date, zone: str, pairs: int) -> None:
        super().__init__(data, initial={"on": day, "pairs": pairs})
        self.fields["examiners"].choices = [(str(user.pk), user.name) for user in team]  # type: ignore[attr-defined]
        self.fields["oath"].choices = list(oath_words().items())  # type: ignore[attr-defined]
        for name in ("started", "ended"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = _("Isi jamnya.")
            self.fields[name].help_text = _("Menurut jam kantor, %(zone)s.") % {"zone": zone}
        self.count = pairs
        for place in range(pairs):
            told = {"place": place + 1}
            self.fields[f"question_{place}"] = PlainText(
                label=_("Pertanyaan %(place)s") % told, required=False, max_length=LONGEST_QUESTION, widget=area(2)
            )
            self.fields[f"answer_{place}"] = PlainText(
                label=_("Jawaban %(place)s") % told, required=False, max_length=LONGEST_ANSWER, widget=area(4)
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        said = [(given.get(f"question_{place}"), given.get(f"answer_{place}")) for place in range(self.count)]
        if not any(question or answer for question, answer in said):
            self.add_error("question_0", _("Tulis paling sedikit satu pertanyaan dan jawabannya."))
        for place, (question, answer) in enumerate(said):
            if bool(question) != bool(answer):
                missing = f"{'answer' if question else 'question'}_{place}"
                self.add_error(missing, _("Setiap pertanyaan perlu jawaban; tulis juga bila ia tidak menjawab."))
        if given.get("oath") == "none" and not given.get("oath_reason"):
            self.add_error("oath_reason", _("Tuliskan alasannya."))
        if given.get("signed") == "no" and not given.get("unsigned_reason"):
            self.add_error("unsigned_reason", _("Tuliskan alasannya."))
        return given

    @property
    def exchanges(self) -> Iterator[tuple[BoundField, BoundField]]:
        for place in range(self.count):
            yield self[f"question_{place}"], self[f"answer_{place}"]

    def heard(self) -> Heard:
        given = self.cleaned_data
        return Heard(
            on=given["on"],
            started=given["started"],
            ended=given["ended"],
            examiners=tuple(UUID(key) for key in given["examiners"]),
            oath=given["oath"],
            oath_reason=given["oath_reason"],
            companion=given["companion"],
            companion_capacity=given["companion_capacity"],
            interpreter=given["interpreter"],
            exchanges=tuple(
                Exchange(question=given[f"question_{place}"], answer=given[f"answer_{place}"])
                for place in range(self.count)
            ),
            signed=given["signed"] == "yes",
            unsigned_reason=given["unsigned_reason"],
        )
