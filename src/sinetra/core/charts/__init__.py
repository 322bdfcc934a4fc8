"""Charts drawn on the server: numbers and words in, an accessible SVG and the table of the same numbers out.

A chart on a page takes three steps (``web/charts.py``, ``web/chart_words.py``, ``parts/chart.html``)::

    shown = frame(request, draw_funnel(Funnel(…, words=chart_words.funnel(), marks=marks())), source=…, as_of=…)
    if file := chart_file(request, shown): return file          # its CSV, SVG and workbook, under the page's own policy
    {% include "parts/chart.html" with frame=shown only %}      {# and charts.css in the head of the page #}

``title`` says the finding as a sentence; ``name`` is unique on the page. In a typeset document use ``Chart.file``.
"""

from __future__ import annotations

from sinetra.core.charts.chart import Chart, Column, Row, Table
from sinetra.core.charts.funnel import Funnel, FunnelWords, Stage, draw_funnel
from sinetra.core.charts.gain import Gain, GainWords, Pair, draw_gain
from sinetra.core.charts.numbers import ENGLISH, INDONESIAN, Marks
from sinetra.core.charts.patterns import Kind, Patterns, PatternWords, draw_patterns, kind_of
from sinetra.core.charts.quadrant import Point, Quadrant, QuadrantWords, draw_quadrant
from sinetra.core.charts.trend import Moment, Trend, TrendWords, draw_trend
from sinetra.core.charts.waterfall import Step, Waterfall, WaterfallWords, draw_waterfall

__all__ = [
    "ENGLISH",
    "INDONESIAN",
    "Chart",
    "Column",
    "Funnel",
    "FunnelWords",
    "Gain",
    "GainWords",
    "Kind",
    "Marks",
    "Moment",
    "Pair",
    "PatternWords",
    "Patterns",
    "Point",
    "Quadrant",
    "QuadrantWords",
    "Row",
    "Stage",
    "Step",
    "Table",
    "Trend",
    "TrendWords",
    "Waterfall",
    "WaterfallWords",
    "draw_funnel",
    "draw_gain",
    "draw_patterns",
    "draw_quadrant",
    "draw_trend",
    "draw_waterfall",
    "kind_of",
]
