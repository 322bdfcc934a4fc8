"""The official form of a report with what was filed; name and address only from the hands of the reporter.

Who reported is sealed to the custodian: this machine cannot print it again. At the moment of filing the answers are
still on the reporter's own page; later the lines stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import reporter as holder
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.letters.facts import person_words
from sinetra.apps.cases.letters.house import house_of
from sinetra.apps.cases.moves import casework
from sinetra.apps.registry.selectors import with_parents
from sinetra.apps.reports import law_clock
from sinetra.apps.reports.codes import secrets_of
from sinetra.apps.reports.completion.open_points import OpenPoints, open_points_of, sheet_mark
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.core.documents import indonesian
from sinetra.core.documents.official import FormNote
from sinetra.core.documents.report_form import Line, ReportForm
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law.said import ACTS
from sinetra.ports.clock import zone_of

#: By regime the form that a report is written on; outside the stages none is in the catalogue.
FORMS = {law_clock.Regime.PILKADA: "F-PIL24-LAP", law_clock.Regime.PEMILU: "F-PEM22-B"}


def form_at_filing(idempotency_key: str, given: Reporter | None) -> ReportForm:
    """For who holds the secret of the filing, with their own name. Errors: ``NotFound`` before it is filed."""
    hashes = [secret.key_hash for secret in secrets_of(idempotency_key)]
    report = Report.objects.select_related("organisation").filter(key_hash__in=hashes).first()
    return _form(report, given)


def form_later(report_id: UUID | str) -> ReportForm:
    """For the holder of a view token: the lines about the reporter are empty. Errors: ``NotFound``."""
    report = visible(holder(UUID(str(report_id))), Report).select_related("organisation").first()
    return _form(report, None)


def _form(report: Report | None, given: Reporter | None) -> ReportForm:
    found = open_points_of(report) if report is not None else None
    if report is None or found is None:
        raise NotFound(gettext_noop("Untuk kiriman ini tidak ada formulir yang menunggu tanda tangan."), code="no_form")
    house = house_of(report.organisation_id)
    return ReportForm(
        office=report.organisation.name,
        letterhead=tuple(house.lines),
        address=house.address,
        place=house.place,
        sheet=sheet_mark(report),
        filed=indonesian.weekday_and_day(report.filed_on),
        hour=_hour(report),
        last_day=indonesian.weekday_and_day(found.due.due) if found.due else "",
        hours=_hours(found),
        reporter=_about_the_reporter(given),
        reported=tuple(_about(person) for person in open_value(report.reported_sealed, report.pk, "reported")),
        event=_event(report),
        story=open_value(report.what_sealed, report.pk, "what"),
        note=_note(law_clock.regime_of(report.election)),
        exercise=exercise_word(),
    )


def _about_the_reporter(given: Reporter | None) -> tuple[Line, ...]:
    """The lines of the form in its order; what was not asked for is filled in by hand."""
    return (
        Line(term="Nama", value=given.name if given else ""),
        Line(term="Tempat, tanggal lahir"),
        Line(term="Jenis kelamin"),
        Line(term="Pekerjaan"),
        Line(term="Kewarganegaraan"),
        Line(term="Alamat", value=given.address if given else ""),
        Line(term="Telepon", value=given.phone if given else ""),
        Line(term="Surel (boleh kosong)", value=given.email if given else ""),
    )


def _about(person: dict[str, Any]) -> tuple[Line, ...]:
    return (
        Line(term="Nama", value=person.get("name") or ""),
        Line(term="Jabatan, kantor", value=person_words(person, named=False)),
        Line(term="Alamat"),
        Line(term="Telepon (boleh kosong)"),
    )


def _event(report: Report) -> tuple[Line, ...]:
    where = open_value(report.where_sealed, report.pk, "where")
    places: Sequence[str] = [region.name for region in reversed(with_parents(report.region_id))]
    happened = indonesian.weekday_and_day(report.happened_on) if report.happened_on else ""
    known = indonesian.weekday_and_day(report.known_on) if report.known_on else ""
    return (
        Line(term="Peristiwa", value="; ".join(f"diduga {ACTS.get(code, code)}" for code in report.acts)),
        Line(term="Tempat kejadian", value=", ".join([where, *places] if where else places)),
        Line(term="Hari dan tanggal kejadian", value=happened),
        Line(term="Hari dan tanggal diketahui", value=known),
    )


def _hour(report: Report) -> str:
    zone = zone_of(report.region_id)
    local = report.filed_at.astimezone(zone.info)
    # The demonstration shifts the legal date and not the instant: then the hour alone would be another day's.
    return f"{local:%H.%M} {zone.abbreviation}" if local.date() == report.filed_on else ""


def _hours(found: OpenPoints) -> str:
    if found.hours is None:
        return ""
    weekdays, friday = found.hours.weekly[0], found.hours.weekly[4]
    if weekdays is None or friday is None:
        return ""
    said = f"Senin–Kamis {weekdays[0]:%H.%M}–{weekdays[1]:%H.%M}, Jumat {friday[0]:%H.%M}–{friday[1]:%H.%M}"
    return f"{said} ({found.hours.source}, {found.hours.confidence})"


def _note(regime: law_clock.Regime) -> FormNote:
    if regime not in FORMS:
        return FormNote()
    form = casework().forms.get(FORMS[regime])
    return FormNote(
        code=form.printed_code or "",
        regime=form.regime,
        rule=form.rule,
        confidence=form.confidence.value,
        printed=True,
    )
