"""Fields that the forms of prevention share: a day, an hour, several lines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.uploads import Taken


def day_field(label: Any, *, missing: Any = None, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": missing or _lazy("Isi tanggalnya."),
            "invalid": _lazy("Tulis tanggal seperti 2025-12-31."),
        },
        **more,
    )


def hour_field(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _lazy("Tulis jam seperti 09:00.")},
        **more,
    )


def area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class Upload(forms.FileField):
    """The content, as bytes; empty where none was sent. ``missing``: what is said then."""

    def __init__(self, *, taken: Taken, missing: Any = None, **more: Any) -> None:
        self.most_octets = taken.most_octets
        widget = forms.FileInput(attrs={"accept": ",".join(taken.kinds)})
        missing = missing or _lazy("Pilih satu berkas.")
        errors = {"required": missing, "missing": missing, "invalid": missing, "empty": _lazy("Berkas ini kosong.")}
        super().__init__(widget=widget, error_messages=errors, **more)

    def clean(self, data: Any, initial: Any = None) -> bytes:
        file = super().clean(data, initial)
        # One octet more than allowed is enough to refuse it.
        content: bytes = file.read(self.most_octets + 1) if file else b""
        return content
