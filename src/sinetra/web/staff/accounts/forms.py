"""What the pages of accounts ask for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.actions.grant_role import ONLY_IN
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Role
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.web.staff.accounts.words import ROLES, role_word

_HINT = _lazy("Paling sedikit 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat.")


def _day(label: Any, missing: Any, hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": missing, "invalid": _lazy("Tulis tanggal seperti 2025-12-31.")},
    )


def reason_field() -> forms.CharField:
    return forms.CharField(
        label=_lazy("Alasan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _lazy("Tuliskan alasannya.")},
    )


class SearchForm(forms.Form):
    q = forms.CharField(label=_lazy("Awal nama atau nama pengguna"), max_length=60, required=False)


class NewAccountForm(forms.Form):
    name = forms.CharField(
        label=_lazy("Nama orangnya"), max_length=200, error_messages={"required": _lazy("Isi namanya.")}
    )
    username = forms.CharField(
        label=_lazy("Nama pengguna"),
        help_text=_lazy("Huruf kecil, angka, titik, atau garis; misalnya dahlia.contohsari."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
        error_messages={"required": _lazy("Isi nama pengguna.")},
    )


class GiveRoleForm(forms.Form):
    """Only roles that the organisation can give."""

    role = forms.ChoiceField(
        label=_lazy("Peran"), widget=forms.RadioSelect, error_messages={"required": _lazy("Pilih perannya.")}
    )
    region = forms.CharField(
        label=_lazy("Wilayah"),
        help_text=_lazy("Kode atau nama. Kosongkan bila untuk seluruh instansi."),
        max_length=100,
        required=False,
    )
    unit = forms.CharField(
        label=_lazy("Unit"),
        help_text=_lazy("Hanya untuk penyelenggara unit: kode atau nama unitnya, misalnya DINKES."),
        max_length=100,
        required=False,
    )
    starts_on = _day(_lazy("Hari pertama"), _lazy("Isi hari pertama."))
    ends_on = _day(_lazy("Hari terakhir"), _lazy("Isi hari terakhir."), _lazy("Setiap peran berakhir."))

    def __init__(self, data: Any, organisation: Organisation, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        kind = OrganisationKind(organisation.kind)
        possible = [role for role in Role if kind in ONLY_IN.get(role, {kind})]
        self.fields["role"].choices = [(role.value, ROLES[role]) for role in possible]  # type: ignore[attr-defined]


class EndRoleForm(forms.Form):
    last_day = _day(_lazy("Hari terakhir"), _lazy("Isi hari terakhir."), _lazy("Hari ini masih berlaku."))
    reason = reason_field()

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data, initial={"last_day": today})


class ReasonForm(forms.Form):
    reason = reason_field()


class NothingForm(forms.Form):
    """A verb that needs nothing but the decision."""


class Successors(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, user: User) -> str:
        roles = ", ".join(sorted({role_word(grant.role) for grant in getattr(user, "current_roles", ())}))
        return f"{user.name} ({user.username}){f' – {roles}' if roles else ''}"


class HandOverForm(forms.Form):
    successor = Successors(
        label=_lazy("Penerus"),
        queryset=User.objects.none(),
        help_text=_lazy("Rekan yang hari ini punya peran."),
        empty_label=_lazy("Pilih penerus"),
        error_messages={
            "required": _lazy("Pilih penerusnya."),
            "invalid_choice": _lazy("Penerus ini tidak ada di instansi Anda atau hari ini tidak punya peran."),
        },
    )
    reason = reason_field()

    def __init__(self, data: Any, successors: QuerySet[User], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["successor"].queryset = successors  # type: ignore[attr-defined]


class PasswordForm(forms.Form):
    """Passwords are never sent back to the page."""

    old = forms.CharField(
        label=_lazy("Kata sandi sekarang"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _lazy("Isi kata sandi sekarang.")},
    )
    password = forms.CharField(
        label=_lazy("Kata sandi baru"),
        help_text=_HINT,
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _lazy("Isi kata sandi baru.")},
    )
