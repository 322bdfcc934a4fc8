"""What stands in the charts besides numbers and names, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.core.charts import FunnelWords, QuadrantWords, WaterfallWords


def funnel() -> FunnelWords:
    return FunnelWords(
        stage=_("Tahap"),
        reached=_("Sampai tahap ini"),
        share=_("Persen dari tahap pertama"),
        stands=_("Sedang menunggu"),
        waiting=_("%(count)s menunggu"),
        nothing=_("Belum ada yang dihitung. Grafik muncul setelah ada perkara."),
    )


def quadrant() -> QuadrantWords:
    return QuadrantWords(
        unit=_("Wilayah atau unit"),
        vulnerability=_("Kerawanan (0–100)"),
        coverage=_("Cakupan pencegahan (persen)"),
        in_corner=_("Perlu didahulukan"),
        corner=_("Rawan tinggi, cakupan rendah"),
        yes=_("ya"),
        no=_("tidak"),
        unnamed=_("%(shown)s dari %(all)s titik diberi nama. Semua nama ada di tabel."),
        unplaced=_("%(count)s tidak digambar karena datanya belum ada."),
        nothing=_("Belum ada wilayah atau unit yang datanya lengkap."),
    )


def waterfall() -> WaterfallWords:
    return WaterfallWords(
        driver=_("Pendorong"),
        points=_("Poin"),
        running=_("Skor sampai di sini"),
        action=_("Yang dapat dilakukan"),
        start=_("Titik awal"),
        end=_("Skor"),
        raises=_("menaikkan kerawanan"),
        lowers=_("menurunkan kerawanan"),
        missing=_("belum ada data"),
        nothing=_("Belum ada pendorong yang dihitung."),
    )
