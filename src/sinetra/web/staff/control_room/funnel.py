"""View 5, *Corong kasus*: how far matters came, median days of each step, and how long open ones wait there."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.control_room.parts import AGES, STEPS
from sinetra.apps.insight.control_room.counts import Counts, counts
from sinetra.apps.insight.control_room.funnel import Funnel, FunnelStep, funnel
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.charts import Chart, Stage, draw_funnel
from sinetra.core.charts import Funnel as Drawing
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.counted import not_counted, source_of
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import OWN, RECEIVED, Words, age_word, days, number, share

CODE = "room_funnel"
#: Of fewer at the step before nothing is called narrow.
FEW = 10


@staff("matter.read")
def funnel_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, funnel_view(request.actor, desk))


def funnel_view(actor: Actor, desk: Desk) -> View:
    found = counts(actor)
    return View(
        code=CODE,
        title=_("Corong kasus"),
        lead=_("Sampai mana perkara berjalan, berapa lama tiap langkah, dan di mana yang lain menunggu."),
        sections=[not_counted()] if found is None else _sections(found, desk),
    )


def step_words(office: Organisation) -> Words:
    return OWN if office.kind == OrganisationKind.BAWASLU else RECEIVED


def _sections(found: Counts, desk: Desk) -> list[Section]:
    told, words = funnel(found), step_words(desk.office)
    source = source_of(found, _("Perkara kantor ini, tanpa yang tidak terbukti"), n=told.matters)
    return [
        Section(
            anchor="corong",
            title=_finding(told, words),
            picture=_chart(told, words).svg,
            tables=[_reached(told, words)],
            notes=[
                _("Satu perkara dapat tentang beberapa orang; perkara dan orang dihitung terpisah."),
                _("Siapa yang disebut dalam dua perkara terhitung dua kali: nama tidak dibandingkan."),
                _("Perkara yang tidak terbukti tidak dihitung: namanya hilang dari setiap daftar dan angka."),
                _("Nilai tengah hanya dari perkara yang menjalani langkah itu dan langkah sebelumnya."),
                _("Yang masih menunggu belum ikut dalam nilai tengah; lama sesungguhnya dapat lebih panjang."),
                _("Yang masih dalam tenggatnya ikut dalam pembagi: langkah yang sempit belum tentu macet."),
            ],
            source=source,
        ),
        Section(
            anchor="umur",
            title=_("%(n)s perkara masih berjalan") % {"n": number(sum(step.waiting for step in told.steps))},
            tables=[_ages(told, words)],
            links=[Link(text=_("Lihat seluruh daftar"), url=behind_url(berjalan=1))],
            notes=[_("Umur dihitung dari hari perkara dibuka sampai hari angka ini dihitung.")],
            source=source,
        ),
    ]


def _finding(told: Funnel, words: Words) -> str:
    """The step at which the fewest have gone on so far."""
    if not told.matters:
        return _("Belum ada perkara yang dihitung")
    ways = [
        (after.reached.matters / before.reached.matters, before, after)
        for before, after in zip(told.steps, told.steps[1:], strict=False)
        if before.reached.matters >= FEW
    ]
    if not ways:
        return _("Sampai mana perkara berjalan")
    part, _before, after = min(ways, key=lambda way: way[0])
    return _("Langkah paling sempit: %(step)s, %(share)s dari langkah sebelumnya") % {
        "step": str(words[after.step]).lower(),
        "share": share(part),
    }


def _chart(told: Funnel, words: Words) -> Chart:
    return draw_funnel(
        Drawing(
            name="corong-kasus",
            title=_finding(told, words),
            stages=[
                Stage(
                    name=str(words[step.step]),
                    reached=step.reached.matters,
                    waiting=[age.matters for age in step.ages],
                )
                for step in told.steps
            ],
            bands=[age_word(place) for place in range(len(AGES))],
            words=chart_words.funnel(),
            marks=marks(),
        )
    )


def _reached(told: Funnel, words: Words) -> Table:
    columns = [
        Column(text=_("Langkah")),
        Column(text=_("Perkara sampai di sini"), number=True),
        Column(text=_("Orang"), number=True),
        Column(text=_("Dari semua perkara"), number=True),
        Column(text=_("Perkara yang berhenti di sini"), number=True),
        Column(text=_("Nilai tengah sejak langkah sebelumnya (hari)"), number=True),
    ]
    rows = [
        [
            Cell(text=str(words[step.step])),
            Cell(text=number(step.reached.matters), url=behind_url(langkah=step.step, sampai=STEPS[-1])),
            Cell(text=number(step.reached.persons)),
            Cell(text=share(step.reached.matters / told.matters) if told.matters else "–"),
            Cell(text=number(step.here.matters), url=behind_url(langkah=step.step, sampai=step.step)),
            Cell(text=days(step.median) if step.place else "–"),
        ]
        for step in told.steps
    ]
    return Table(caption=_("Perkara dan orang, langkah demi langkah"), columns=columns, rows=rows)


def _ages(told: Funnel, words: Words) -> Table:
    columns = [
        Column(text=_("Langkah terakhir")),
        *(Column(text=age_word(place), number=True) for place in range(len(AGES))),
        Column(text=_("Semua yang berjalan"), number=True),
    ]
    rows = [
        [
            Cell(text=str(words[step.step])),
            *_age_cells(step),
            Cell(text=number(step.waiting), url=behind_url(langkah=step.step, sampai=step.step, berjalan=1)),
        ]
        for step in told.steps
    ]
    return Table(caption=_("Perkara yang masih berjalan, menurut umur"), columns=columns, rows=rows)


def _age_cells(step: FunnelStep) -> list[Cell]:
    return [
        Cell(text=number(age.matters), url=behind_url(langkah=step.step, sampai=step.step, umur=place))
        for place, age in enumerate(step.ages)
    ]


def behind_url(**asked: object) -> str:
    """The list behind a number; see ``behind.py``."""
    return f"{reverse('room_matters')}?{urlencode({name: str(value) for name, value in asked.items()})}"
