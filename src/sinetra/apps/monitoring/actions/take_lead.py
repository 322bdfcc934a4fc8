"""Bawaslu takes an article as initial information (informasi awal): it carries the article and its facts, no name."""

from __future__ import annotations

import secrets
from datetime import date

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, PressLead
from sinetra.apps.monitoring.outside import MASK, accused_in
from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.intake import ACTS, NewReport
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel, Source
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.press.accused import masked
from sinetra.ports.clock import legal_clock

LONGEST = 4000


def take_lead(*, article: Article, what: str, happened_on: date | None, actor: Actor) -> Report:
    """``what``: what the article says happened, in the words of the person; names of accused persons are masked in it.

    Errors: ``BadInput`` (no place, no words, a day to come), ``Conflict`` for a second time, ``Forbidden`` also for a
    region of another office.
    """
    policy.require(actor, "article.take_lead", article)
    region = article.story.region_id if article.story else None
    if region is None:
        raise BadInput(gettext_noop("Betulkan dulu tempatnya: informasi awal memerlukan wilayah."), field="what")
    if not what.strip() or len(what) > LONGEST:
        message = gettext_noop("Isi dengan teks, paling banyak %(accepted)s huruf.")
        raise BadInput(message, field="what", accepted=(str(LONGEST),))
    acts = [item["code"] for item in facts_of(article).get("prohibited_acts") or ()]
    told = NewReport(
        channel=Channel.INITIAL_INFORMATION,
        what=f"{masked(what.strip(), accused_in([article]), MASK)}\n\n{source_line(article)}",
        where="",
        region=region,
        happened_on=happened_on,
        known_on=legal_clock().today(),
        reported=(),
        acts=tuple(dict.fromkeys(code for code in acts if code in ACTS)),
        reporter=None,
        idempotency_key=secrets.token_urlsafe(24),
    )
    with unit_of_work(actor) as work:
        if PressLead.objects.filter(article=article).exists():
            raise Conflict(gettext_noop("Artikel ini sudah menjadi informasi awal."))
        filed = file_report(report=told, source=Source.PRESS, actor=actor)
        report = Report.objects.get(pk=filed.report_id)
        row = work.create(PressLead(organisation_id=article.organisation_id, article=article, report=report))
        work.record("article.take_lead", row, data={"article": str(article.pk), "report": str(report.pk)})
    return report


def source_line(article: Article) -> str:
    """Where it comes from: the outlet, the masked title and the id of the article."""
    title = masked(article.title or article.source, accused_in([article]), MASK)
    return f"Sumber: {article.outlet or article.source}, “{title}”, artikel {article.pk}."
