"""The feeds of news sites that the office follows: list with a form, one feed with the pages it named."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.add_feed import add_feed
from sinetra.apps.monitoring.actions.look_at_feed import look_at_feed
from sinetra.apps.monitoring.actions.stop_feed import stop_feed
from sinetra.apps.monitoring.internet import told
from sinetra.apps.monitoring.models import Feed, FeedEntry
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs


class FeedForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Nama umpan"), max_length=120, help_text=gettext_lazy("Misalnya nama medianya.")
    )
    address = forms.CharField(
        label=gettext_lazy("Alamat umpan"),
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text=gettext_lazy("RSS atau Atom, sering berakhiran /feed atau /rss."),
    )


@staff("feed.read")
@require_http_methods(["GET", "POST"])
def feeds(request: StaffRequest) -> HttpResponse:
    form = FeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            feed = add_feed(actor=request.actor, **form.cleaned_data)
        except (BadInput, Conflict) as error:
            form.add_error(error.field if isinstance(error, BadInput) else "address", in_words(error))
        else:
            messages.success(request, _("Umpan diikuti. Halaman barunya dibaca sebentar lagi."))
            return redirect("feed", pk=feed.pk)
    listed = table(
        request,
        selectors.feeds(request.actor),
        caption=_("Umpan berita"),
        columns=[Column(text=_("Umpan")), Column(text=_("Terakhir dilihat")), Column(text=_("Keadaan"))],
        cells=_cells,
        empty=(_("Belum ada umpan"), _("Tambahkan umpan sebuah media; beritanya lalu masuk sendiri.")),
    )
    context = {
        "table": listed,
        "form": form,
        "may_change": may(request.actor, "feed.change"),
        "tabs": tabs(request.actor, "feeds"),
    }
    return render(request, "staff/feeds/list.html", context | {"has_internet": settings.SINETRA_INTERNET})


def _cells(feed: Feed) -> list[Cell]:
    sentiment, word = _state(feed)
    seen = _seen(feed) or _("belum")
    return [
        Cell(text=feed.name, url=reverse("feed", args=[feed.pk])),
        Cell(text=seen),
        Cell(text=word, sentiment=sentiment),
    ]


def _seen(feed: Feed) -> str:
    return instant_text(feed.looked_at, zone_of(None), get_language() or "id") if feed.looked_at else ""


def _state(feed: Feed) -> tuple[str, str]:
    if feed.stopped_at is not None:
        return "plain", _("dihentikan")
    if feed.last_error:
        return "attention", _("gagal")
    return ("good", _("berjalan")) if feed.looked_at else ("info", _("menunggu"))


@staff("feed.read")
def feed(request: StaffRequest, pk: UUID) -> HttpResponse:
    found = selectors.feed(request.actor, pk)
    listed = table(
        request,
        selectors.entries(request.actor, found),
        caption=_("Halaman yang disebut umpan ini"),
        columns=[Column(text=_("Halaman")), Column(text=_("Hasil"))],
        cells=_entry_cells,
        empty=(_("Belum ada halaman"), _("Umpan dilihat setiap jam; tiap halaman diambil satu kali.")),
    )
    error = told(found.last_error)
    context = {
        "feed": found,
        "state": _state(found),
        "error": in_words(error) if error else "",
        "looked": _seen(found),
        "table": listed,
        "is_open": found.stopped_at is None and may(request.actor, "feed.change", found),
        "has_internet": settings.SINETRA_INTERNET,
    }
    return render(request, "staff/feeds/feed.html", context)


def _entry_cells(entry: FeedEntry) -> list[Cell]:
    error = told(entry.error)
    if error is not None:
        result = Cell(text=in_words(error), sentiment="attention")
    elif entry.read_at is None:
        result = Cell(text=_("menunggu diambil"), sentiment="info")
    elif entry.article is None:
        result = Cell(text=_("sudah ada sebelumnya"), sentiment="plain")
    else:
        result = Cell(text=_("masuk"), url=reverse("article", args=[entry.article.pk]))
    return [Cell(text=entry.title or entry.address), result]


@staff("feed.change")
@require_http_methods(["POST"])
def change(request: StaffRequest, pk: UUID) -> HttpResponse:
    found = selectors.feed(request.actor, pk)
    match request.POST.get("verb"):
        case "look":
            new = look_at_feed(feed=found, actor=request.actor)
            if not found.last_error:
                text = ngettext("%(n)s halaman baru akan diambil.", "%(n)s halaman baru akan diambil.", new)
                messages.success(request, text % {"n": new})
        case "stop":
            stop_feed(feed=found, actor=request.actor)
            messages.success(request, _("Umpan dihentikan; artikelnya tetap tersimpan."))
        case _:
            raise NotFound(gettext_noop("Pilih: lihat sekarang atau hentikan."))
    return redirect("feed", pk=pk)
