"""The style guide (demo only): every part in every state, to be looked at and to be checked by machines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web import parts
from sinetra.web.access import public
from sinetra.web.charts import chart_file
from sinetra.web.public.style_charts import sample_frames

TODAY = date(2024, 11, 22)
SENT = datetime(2024, 11, 18, 3, 20, tzinfo=UTC)


class SampleForm(forms.Form):
    """One field of each kind."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"] = forms.CharField(
            label=_("Apa yang terjadi?"),
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Ceritakan yang Anda lihat sendiri."),
        )
        self.fields["when"] = forms.DateField(
            label=_("Kapan?"), widget=forms.DateInput(attrs={"type": "date"}), required=False
        )
        self.fields["who"] = forms.ChoiceField(
            label=_("Apa jabatan yang dilaporkan?"),
            choices=[("camat", _("Camat")), ("lurah", _("Lurah")), ("other", _("Lainnya"))],
            widget=forms.RadioSelect,
        )
        self.fields["agreed"] = forms.BooleanField(label=_("Saya sudah membaca ringkasan ini"))


def _clocks() -> list[parts.Clock]:
    steps = ("mulai 20 November 2024", "hari mulai tidak dihitung", "dilewati 27 November 2024: hari libur")
    source = "Perbawaslu 9/2024"
    return [
        parts.Clock(
            label=_("Kajian"), due=date(2024, 11, 28), today=TODAY, explanation=steps, source=source, confidence="pers"
        ),
        parts.Clock(label=_("Kajian"), due=date(2024, 11, 23), today=TODAY, explanation=steps),
        parts.Clock(label=_("Kajian"), due=date(2024, 11, 18), today=TODAY, explanation=steps),
        parts.Clock(label=_("Kajian"), due=date(2024, 11, 20), today=TODAY, explanation=steps, done=True),
    ]


def _answers() -> list[parts.Answer]:
    cite = parts.Citation(text="PP 94/2021 Pasal 5 huruf n angka 5", confidence="terverifikasi")
    doubt = parts.Citation(text="SKB 2/2022 Lampiran II", confidence="perlu-cek", in_force=None)
    gone = parts.Citation(text="PP 53/2010 Pasal 4", confidence="pers", in_force=False)
    ladder = parts.Ladder(
        track=_("Disiplin"),
        rungs=[
            parts.Rung(text=_("Hukuman disiplin ringan")),
            parts.Rung(text=_("Hukuman disiplin sedang")),
            parts.Rung(text=_("Hukuman disiplin berat"), marked=True),
        ],
        path="Bawaslu → BKN → PPK (kepegawaian)",
    )
    both = parts.Conflict(
        topic=_("Hadir hanya untuk mendengarkan"),
        readings=[
            parts.Reading(text=_("Boleh, jika pasif."), source="Bawaslu"),
            parts.Reading(text=_("Tidak boleh hadir."), source="Menpan RB"),
        ],
    )
    reason = parts.Reason(text=_("Menyukai akun calon menunjukkan dukungan."), citations=[cite, doubt, gone])
    return [
        parts.Answer(
            sentiment="stop",
            verdict=_("Tidak boleh"),
            summary=_("Perbuatan ini dilarang bagi Anda."),
            reasons=[reason],
            ladders=[ladder],
            conflicts=[both],
        ),
        parts.Answer(sentiment="good", verdict=_("Boleh"), summary=_("Tidak ada aturan yang melarangnya.")),
        parts.Answer(
            sentiment="attention",
            verdict=_("Belum dapat dijawab"),
            summary=_("Jawabannya bergantung pada satu hal lagi."),
            unknown=[_("Apakah Anda hadir karena ditugaskan?")],
        ),
    ]


def _table(*, empty: bool) -> parts.Table:
    columns = [
        parts.Column(text=_("Nomor")),
        parts.Column(text=_("Langkah")),
        parts.Column(text=_("Perbuatan"), number=True),
    ]
    rows = [
        [parts.Cell(text="012/2024", url="#"), parts.Cell(text=_("kajian"), sentiment="info"), parts.Cell(text=2)],
        [parts.Cell(text="011/2024", url="#"), parts.Cell(text=_("selesai"), sentiment="good"), parts.Cell(text=1)],
    ]
    return parts.Table(
        caption=_("Perkara terbuka"),
        columns=columns,
        rows=[] if empty else rows,
        older="#",
        empty_title=_("Belum ada perkara"),
        empty_text=_("Perkara muncul di sini setelah laporan dibuka."),
        empty_link=parts.Link(text=_("Lihat laporan masuk"), url="#"),
    )


def _events() -> list[parts.Event]:
    return [
        parts.Event(title=_("Laporan diterima"), at=SENT, zone="WITA", by="Bawaslu"),
        parts.Event(title=_("Kajian awal"), state="now", clock=_clocks()[0]),
        parts.Event(title=_("Pleno"), state="coming"),
    ]


def _legs() -> list[parts.HandOver]:
    return [
        parts.HandOver(
            sender="Bawaslu",
            receiver="BKN",
            sent_at=SENT,
            acknowledged_at=datetime(2024, 11, 19, 1, 5, tzinfo=UTC),
            about=_("Penerusan 012/2024"),
        ),
        parts.HandOver(sender="BKN", receiver="PPK (kepegawaian)", sent_at=SENT, about=_("Rekomendasi")),
    ]


@public
def style_guide(request: HttpRequest) -> HttpResponse:
    if settings.SINETRA_PROFILE != "demo":
        raise NotFound(gettext_noop("Halaman ini tidak ada. Periksa alamatnya atau mulai dari beranda."))
    frames = sample_frames(request, TODAY)
    if file := chart_file(request, *frames):
        return file
    wrong = SampleForm({"b-when": "31-31"}, prefix="b")
    article = "Sekda meminta ASN tetap netral. Baca juga: harga cabai naik."
    evidence = parts.EvidenceFile(
        name="tangkapan-layar.png", media_type="image/png", octets=482_113, sha256="9f2c" * 16, sealed_at=SENT
    )
    context = {
        "form": SampleForm(initial={"who": "camat"}),
        "wrong": wrong,
        "clocks": _clocks(),
        "answers": _answers(),
        "frames": frames,
        "table": _table(empty=False),
        "chart_table": replace(_table(empty=False), older=""),
        "empty_table": _table(empty=True),
        "events": _events(),
        "legs": _legs(),
        "segments": parts.segments(article, [(0, 5, "jabatan", _("jabatan"))], [(32, len(article))]),
        "evidence": evidence,
        "pairs": [parts.Pair(term=_("Nomor"), value="012/2024"), parts.Pair(term=_("Tenggat"), value=_clocks()[1])],
        "figures": [parts.Figure(term=_("laporan"), value=1234, url="#"), parts.Figure(term=_("perkara"), value=None)],
        "finding": _("Dua dari tiga serah terima sudah dikonfirmasi"),
        "today": TODAY,
        "now": SENT,
    }
    return render(request, "public/style_guide.html", context)
