"""Figures of tests in words and cells. Fewer than five pairs are "belum cukup", without a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import TestItem, TestResult
from sinetra.apps.prevention.moments import window_after
from sinetra.core.charts import Gain, Pair, draw_gain
from sinetra.web import chart_words
from sinetra.web.charts import marks
from sinetra.web.format import day_text, number_text
from sinetra.web.law_view import language
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.public.participation.question_words import prompt_text
from sinetra.web.public.participation.session_facts import session_title


def decimal(value: float | None, places: int = 1) -> str:
    """A dash for what is not defined, never a zero."""
    return "–" if value is None else number_text(round(value, places), language())


def interval(low: float | None, high: float | None) -> str:
    return _("%(low)s sampai %(high)s") % {"low": decimal(low), "high": decimal(high)}


def result_columns() -> list[Column]:
    return [
        Column(text=_("Sesi")),
        Column(text=_("Mengerjakan keduanya"), number=True),
        Column(text=_("Sebelum"), number=True),
        Column(text=_("Sesudah"), number=True),
        Column(text=_("Kenaikan"), number=True),
        Column(text=_("Selang 95%"), number=True),
        Column(text=_("Kenaikan ternormalisasi"), number=True),
        Column(text=_("d_z"), number=True),
        Column(text=_("d_av"), number=True),
    ]


def result_cells(row: TestResult) -> list[Cell]:
    if row.gain is None:
        return [Cell(text=session_word(row)), Cell(text=_("belum cukup")), *[Cell(text="–")] * 7]
    return [
        Cell(text=session_word(row)),
        Cell(text=decimal(row.pairs)),
        Cell(text=decimal(row.mean_before)),
        Cell(text=decimal(row.mean_after)),
        Cell(text=decimal(row.gain)),
        Cell(text=interval(row.gain_low, row.gain_high)),
        Cell(text=_("tidak terdefinisi") if row.hake is None else decimal(row.hake, 2)),
        Cell(text=decimal(row.d_z, 2)),
        Cell(text=decimal(row.d_av, 2)),
    ]


def session_word(row: TestResult) -> str:
    return session_title(row.session)


def item_columns() -> list[Column]:
    return [
        Column(text=_("Soal")),
        Column(text=_("Sesi")),
        Column(text=_("Menjawab sebelum"), number=True),
        Column(text=_("Menjawab sesudah"), number=True),
        Column(text=_("Tepat sebelum"), number=True),
        Column(text=_("Tepat sesudah"), number=True),
        Column(text=_("Daya beda"), number=True),
    ]


def item_cells(item: TestItem) -> list[Cell]:
    few = _("belum cukup")
    return [
        Cell(text=prompt_text(item.question), url=reverse("bank_question", args=[item.question_id])),
        Cell(text=session_word(item.result)),
        Cell(text=few if item.p_before is None else decimal(item.n_before)),
        Cell(text=few if item.p_after is None else decimal(item.n_after)),
        Cell(text=decimal(item.p_before, 2)),
        Cell(text=decimal(item.p_after, 2)),
        Cell(text=decimal(item.discrimination, 2)),
    ]


def figure_of(rows: Sequence[TestResult], as_of: date) -> dict[str, Any]:
    """What ``parts/figure.html`` takes; ``rows`` have numbers."""
    pairs = [
        Pair(
            name=session_word(row),
            before=row.mean_before,
            after=row.mean_after,
            low=row.gain_low,
            high=row.gain_high,
            pairs=row.pairs,
        )
        for row in rows
    ]
    finding = _finding(rows)
    return {
        "finding": finding,
        "picture": draw_gain(
            Gain(name="hasil-tes", title=finding, rows=pairs, words=chart_words.gain(), marks=marks())
        ).svg,
        "table": Table(
            caption=_("Hasil tes tiap sesi"), columns=result_columns(), rows=[result_cells(r) for r in rows]
        ),
        "source": _("Tes sebelum dan sesudah, hanya yang mengerjakan keduanya; persen jawaban tepat"),
        "n": sum(row.pairs for row in rows),
        "as_of": as_of,
        "rows": [
            {"session": session_word(row), "undefined": row.undefined, "single": decimal(row.single_hake, 2)}
            for row in rows
        ],
    }


def _finding(rows: Sequence[TestResult]) -> str:
    """One session: what it measured. Several: in how many of them the gain stands out. No cause is claimed."""
    if len(rows) == 1:
        row = rows[0]
        told = {"gain": decimal(row.gain), "interval": interval(row.gain_low, row.gain_high)}
        if (row.gain_low or 0.0) > 0:
            return _("Jawaban tepat naik %(gain)s poin (selang 95%%: %(interval)s)") % told
        if (row.gain_high or 0.0) < 0:
            return _("Jawaban tepat turun: %(gain)s poin (selang 95%%: %(interval)s)") % told
        return _("Belum terlihat beda: %(gain)s poin (selang 95%%: %(interval)s)") % told
    up = sum((row.gain_low or 0.0) > 0 for row in rows)
    return _("Jawaban tepat naik pada %(up)s dari %(all)s sesi") % {"up": up, "all": len(rows)}


def delayed_words(row: TestResult) -> dict[str, str]:
    """The delayed test of a session in one sentence, and why it is compared by means only."""
    name = session_word(row)
    if row.delayed_on is None:
        window = window_after(row.closed_on)
        days = {"start": _day(window.start), "end": _day(window.end)}
        return {"session": name, "text": _("Dibuka %(start)s sampai %(end)s; hasilnya sesudah itu.") % days}
    if row.kept is None:
        return {"session": name, "text": _("Belum cukup peserta.")}
    told = {
        "n": decimal(row.delayed),
        "mean": decimal(row.mean_delayed),
        "kept": decimal(row.kept),
        "interval": interval(row.kept_low, row.kept_high),
    }
    text = _("Rata-rata %(mean)s (n = %(n)s), beda dari tes sesudah %(kept)s poin (selang Welch 95%%: %(interval)s).")
    return {"session": name, "text": text % told}


def _day(day: date) -> str:
    return day_text(day, language(), weekday=False)
