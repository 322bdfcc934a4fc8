"""What a proof of filing says of one report, and the content file with which its reporter shows that it is theirs."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.documents import indonesian
from sinetra.core.documents.filing_proof import ProofSheet, number_of, proof_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.core.filing_proof import KIND, Statement, content_file, digest_of
from sinetra.ports.clock import zone_of
from sinetra.ports.signer import document_signer

_CHANNELS = {Channel.REPORT: "Laporan", Channel.INITIAL_INFORMATION: "Informasi awal"}


def content_of(report: Report, evidence: tuple[str, ...], salt: bytes) -> bytes:
    """What was written, without who wrote it: a name could be tried out by whoever gets the file.

    Errors: ``Erased`` when its time was over.
    """
    content = {
        "channel": report.channel,
        "what": open_value(report.what_sealed, report.pk, "what"),
        "happened_on": report.happened_on,
        "known_on": report.known_on,
        "region": report.region_id,
        "where": open_value(report.where_sealed, report.pk, "where"),
        "reported": open_value(report.reported_sealed, report.pk, "reported"),
        "acts": report.acts,
    }
    return content_file(content, evidence, salt)


def statement_of(report: Report, evidence: tuple[str, ...], content: bytes) -> Statement:
    zone = zone_of(report.region_id)
    return Statement(
        office=report.organisation.name,
        channel=report.channel,
        filed_at=report.filed_at.astimezone(zone.info).isoformat(timespec="seconds"),
        filed_on=report.filed_on.isoformat(),
        zone=zone.abbreviation,
        content=hashlib.sha256(content).hexdigest(),
        pieces=len(evidence),
        evidence=digest_of(evidence),
    )


def sealed_proof(statement: Statement, evidence: tuple[str, ...], address: str, at: datetime) -> bytes:
    """The signed sheet inside a sealed PDF. ``address``: of the page that checks proofs."""
    signer = document_signer()
    sheet = ProofSheet(
        statement=statement,
        signature=signer.sign(statement.message()),
        evidence=evidence,
        channel=_CHANNELS[Channel(statement.channel)],
        filed=_moment(statement),
        address=address,
        seal=signer.word,
        exercise=exercise_word(),
    )
    content = proof_pdf(sheet)
    seal = Seal(
        kind=KIND,
        number=number_of(statement),
        office=statement.office,
        issued_at=at.isoformat(timespec="seconds"),
        sealed_as=signer.word,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, signer.sign)


def _moment(statement: Statement) -> str:
    """Where the legal date is another day (a demonstration shifts it), both."""
    at, on = datetime.fromisoformat(statement.filed_at), date.fromisoformat(statement.filed_on)
    instant = f"{indonesian.day(at.date())}, {at:%H.%M} {statement.zone}"
    return instant if at.date() == on else f"{indonesian.day(on)} (jam sistem: {instant})"
