"""Signing in and out; opening an account with its printed slip; in the demo one click instead of a password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.note_sign_in import note_sign_in
from sinetra.apps.accounts.sign_in import demo_account, demo_accounts
from sinetra.core.errors import BadInput, SinetraError
from sinetra.web.access import public
from sinetra.web.middleware.errors import in_words

BACKEND = "django.contrib.auth.backends.ModelBackend"


class UsernameField(forms.CharField):
    """User names are lower case; a phone that begins with a capital letter shuts nobody out."""

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class SignInForm(forms.Form):
    username = UsernameField(
        label=gettext_lazy("Nama pengguna"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": gettext_lazy("Isi nama pengguna.")},
    )
    password = forms.CharField(
        label=gettext_lazy("Kata sandi"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Isi kata sandi.")},
    )


class ActivateForm(forms.Form):
    username = UsernameField(
        label=gettext_lazy("Nama pengguna"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    code = forms.CharField(label=gettext_lazy("Kode pada lembar aktivasi"), max_length=80)
    password = forms.CharField(
        label=gettext_lazy("Kata sandi baru"),
        help_text=gettext_lazy("Paling sedikit 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


def _target(request: HttpRequest) -> str:
    """Where to go after signing in; never to another site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    local = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if local and wanted.startswith("/kerja/") else reverse("workspace")


@public
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = _try(request, form.cleaned_data)
        if not problem:
            return redirect(_target(request))
        form.add_error(None, problem)
    context = {"form": form, "next": _target(request), "accounts": _cast()}
    return render(request, "staff/sign_in.html", context)


def _try(request: HttpRequest, given: dict[str, Any]) -> str:
    """Empty when signed in, else what to tell; the same for an unknown name and a wrong password."""
    user = authenticate(request, username=given["username"], password=given["password"])
    if user is None:
        if getattr(request, "axes_locked_out", False):
            return _("Terlalu banyak percobaan. Coba lagi dalam 15 menit, atau minta setel ulang kepada dua admin.")
        return _("Nama pengguna atau kata sandi tidak cocok.")
    try:
        note_sign_in(user=user)
    except SinetraError as error:
        return in_words(error)
    login(request, user, backend=BACKEND)
    return ""


def _cast() -> list[dict[str, str]]:
    """The people of *Masuk sebagai…*; empty outside the demo."""
    accounts = demo_accounts().select_related("organisation", "person")
    return [
        {
            "username": user.username,
            "name": user.name,
            "title": user.person.position_title if user.person else "",
            "organisation": user.organisation.short_name,
        }
        for user in accounts
    ]


@public
@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Demo only: the selector knows no account elsewhere."""
    user = demo_account(request.POST.get("username", ""))
    note_sign_in(user=user, how="demo")
    login(request, user, backend=BACKEND)
    return redirect(_target(request))


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("sign_in")


@public
@require_http_methods(["GET", "POST"])
def open_account(request: HttpRequest) -> HttpResponse:
    form = ActivateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = activate(**form.cleaned_data)
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        else:
            note_sign_in(user=user)
            login(request, user, backend=BACKEND)
            return redirect("workspace")
    context = {"form": form, "submit": _("Buka akun")}
    return render(request, "staff/open_account.html", context)
