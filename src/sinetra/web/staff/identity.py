"""The vault of identities, for the custodian: which reports have one, opening one with a reason, the office's key."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.cases.demo import DEMO_PASSPHRASE
from sinetra.apps.cases.steps import OPENINGS
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions.new_custodian_key import new_custodian_key
from sinetra.apps.reports.actions.open_identity import open_identity
from sinetra.apps.reports.custody_reads import Custody, custody_of
from sinetra.apps.reports.handled import took_part_among
from sinetra.apps.reports.identities import identities, identity_to_open, key_in_use
from sinetra.apps.reports.models import Identity
from sinetra.core.errors import BadInput, Conflict, VerificationFailed
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text, moment_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Link, Pair, Table
from sinetra.web.staff.words import CHANNELS


class OpenForm(forms.Form):
    ground = forms.ChoiceField(
        label=gettext_lazy("Untuk apa"),
        help_text=gettext_lazy("Ini dibaca pelapor."),
        choices=list(OPENINGS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih untuk apa identitas dibuka.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy("Misalnya: klarifikasi pelapor atas permintaan pleno. Alasan masuk jejak audit."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Tuliskan alasannya.")},
    )
    secret = forms.CharField(
        label=gettext_lazy("Frasa sandi, atau kunci pemulihan yang tercetak"),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Isi frasa sandi atau kunci pemulihan.")},
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_version(self) -> int:
        """Of the row as the page showed it; something else fits no row."""
        given = self.cleaned_data["version"]
        return int(given) if given.isdecimal() and len(given) < 10 else 0


class KeyForm(forms.Form):
    passphrase = forms.CharField(
        label=gettext_lazy("Frasa sandi baru"),
        help_text=gettext_lazy("Paling sedikit 12 huruf. Hanya Anda yang mengetahuinya; mesin ini tidak menyimpannya."),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Isi frasa sandi baru.")},
    )
    again = forms.CharField(
        label=gettext_lazy("Ulangi frasa sandi"),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Ulangi frasa sandi.")},
    )
    replaces = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "passphrase" in given and "again" in given and given["passphrase"] != given["again"]:
            self.add_error("again", _("Kedua frasa sandi tidak sama."))
        return given


@staff("identity.open")
def vault(request: StaffRequest) -> HttpResponse:
    found = identities(request.actor, after=request.GET.get("after"))
    handled = took_part_among(request.actor, [row.report for row in found])
    custody = custody_of(request.actor)
    table = Table(
        caption=_("Laporan yang identitas pelapornya tersegel, yang terbaru di atas"),
        columns=[
            Column(text=_("Laporan diterima")),
            Column(text=_("Jalur")),
            Column(text=_("Tempat")),
            Column(text=_("Perkara")),
            Column(text=_("Terakhir dibuka")),
        ],
        rows=[_cells(row, handled, custody) for row in found],
        newer=request.path if request.GET.get("after") else "",
        older=f"?after={found.next_token}" if found.next_token else "",
        empty_title=_("Belum ada identitas"),
        empty_text=_("Laporan dengan nama muncul di sini begitu dikirim; namanya tetap tersegel."),
    )
    zone = zone_of(custody.office.region_id).abbreviation
    context = {"table": table, "key": key_in_use(request.actor), "zone": zone, "custody": custody}
    return render(request, "staff/vault/list.html", context)


def _cells(row: Identity, handled: frozenset[UUID], custody: Custody) -> list[Cell]:
    """``handled``: reports that the custodian once handled, whose identity somebody else opens."""
    zone, language = zone_of(row.report.region_id).abbreviation, get_language() or "id"
    matter = row.report.in_matter
    once = row.report_id in handled
    elsewhere = (row.keeper_id or row.organisation_id) != custody.office.pk
    barred = elsewhere or (row.organisation_id == custody.office.pk and custody.is_small)
    if once:
        note = _("Anda pernah menangani; orang lain yang membuka")
    else:
        note = _("dibuka kustodian provinsi") if barred else ""
    return [
        Cell(
            text=moment_text(row.report.filed_at, row.report.filed_on, zone, language),
            url="" if once or barred else reverse("open_identity", args=[row.pk]),
        ),
        Cell(text=str(CHANNELS[row.report.kept_as])),
        Cell(text=row.report.region.name),
        Cell(text=" – ".join(filter(None, (matter.number if matter else "", note))) or "–"),
        Cell(text=instant_text(row.opened_at, zone, language) if row.opened_at else _("belum pernah")),
    ]


@staff("identity.open")
@require_http_methods(["GET", "POST"])
def open_one(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = identity_to_open(request.actor, pk)
    form = OpenForm(request.POST or None, initial={"version": row.version})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            reporter = open_identity(identity=row, actor=request.actor, **form.cleaned_data)
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        except VerificationFailed as error:
            form.add_error("secret", in_words(error))
        except Conflict as error:
            form.add_error(None, in_words(error))
            status = 409
        else:
            return render(request, "staff/vault/opened.html", {"reporter": reporter, "pairs": _about(row)})
    context = {
        "title": _("Buka identitas pelapor"),
        "consequences": [
            _("Nama dan alamat pelapor tampil satu kali, di halaman berikutnya saja."),
            _("Pelapor membaca hari, keperluan, dan jabatan yang membuka; tidak nama Anda, tidak alasannya."),
            _("Nama Anda, waktu, dan alasan masuk jejak audit, juga bila frasa sandinya salah."),
            *_hints(),
        ],
        "pairs": _about(row),
        "submit": _("Buka satu kali"),
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("vault")),
    }
    return render(request, "parts/confirm.html", context, status=status)


def _about(row: Identity) -> list[Pair]:
    zone = zone_of(row.report.region_id).abbreviation
    matter = row.report.in_matter
    return [
        Pair(
            term=_("Laporan diterima"),
            value=moment_text(row.report.filed_at, row.report.filed_on, zone, get_language() or "id"),
        ),
        Pair(term=_("Tempat"), value=row.report.region.name),
        Pair(term=_("Perkara"), value=matter.number if matter else _("belum dibuka")),
    ]


def _hints() -> list[str]:
    if settings.SINETRA_PROFILE != "demo":
        return []
    return [_("Pemasangan contoh: frasa sandi awalnya “%(passphrase)s”.") % {"passphrase": DEMO_PASSPHRASE}]


@staff("custodian.new_key")
@require_http_methods(["GET", "POST"])
def new_key(request: StaffRequest) -> HttpResponse:
    """The recovery text is on the answer to the POST and nowhere else; sending the page again makes no second key."""
    in_use = key_in_use(request.actor)
    form = KeyForm(request.POST or None, initial={"replaces": in_use.key_id if in_use else ""})
    status = 200
    if request.method == "POST" and form.is_valid():
        office = visible(request.actor, Organisation).get(pk=request.actor.office)
        given = form.cleaned_data
        try:
            key, made = new_custodian_key(
                organisation=office, passphrase=given["passphrase"], replaces=given["replaces"], actor=request.actor
            )
        except BadInput as error:
            form.add_error(error.field if error.field in form.fields else None, in_words(error))
        except Conflict as error:
            form.add_error(None, in_words(error))
            status = 409
        else:
            context = {"key": key, "office": office, "groups": made.recovery.split("-")}
            return render(request, "staff/vault/new_key_made.html", context)
    context = {
        "title": _("Buat kunci kustodian"),
        "consequences": [
            _("Nama pelapor sejak sekarang disegel dengan kunci baru."),
            _("Wakil yang ditunjuk membuat kuncinya sendiri; kunci kustodian tidak berubah karenanya."),
            _("Yang sudah tersegel tetap terbuka dengan kunci lamanya: simpan frasa sandi dan lembar yang lama."),
            _("Kunci pemulihan tampil satu kali di halaman berikutnya. Siapkan pencetak."),
            _("Bila frasa sandi dan lembar pemulihan hilang bersama, nama-nama itu tidak dapat dibuka siapa pun."),
        ],
        "submit": _("Buat kunci"),
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("vault")),
    }
    return render(request, "parts/confirm.html", context, status=status)
