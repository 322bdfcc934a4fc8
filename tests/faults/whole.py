"""Which reports of an installation are not whole: every text opens and is the one sent, the name opens with the
custodian's key and belongs to it, its line for the reporter is there. A process with the installation's keys.

python whole.py PASSPHRASE photo|- < CODES

prints a line for each report or code that is not right, and how many were read. ``photo``: each has one
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the invented reports of the bench


#: Bytes, about.
PHOTO = 30_000


def problems(codes: list[str], passphrase: str, *, with_photo: bool) -> list[str]:
    from bench.intake import filings

    from sinetra.apps.cases.models import Step
    from sinetra.apps.evidence.models import Evidence
    from sinetra.apps.reports.codes import find_by_code
    from sinetra.apps.reports.custodian_files import locked_key
    from sinetra.apps.reports.models import CustodianKey, Identity, Report
    from sinetra.apps.reports.sealing import open_value
    from sinetra.apps.reports.vault import open_reporter, unlock
    from sinetra.core.errors import SinetraError

    key = CustodianKey.objects.get()
    photo = hashlib.sha256(filings.photo(PHOTO)).hexdigest() if with_photo else None
    private = unlock(locked_key(key.key_id), passphrase, bytes(key.public_key))
    found = []
    for code in codes:
        try:
            find_by_code(code)
        except SinetraError as error:
            found.append(f"lost: {error.code}")
    if len(set(codes)) != len(codes):
        found.append("two reports with one code")
    for report in Report.objects.all():
        try:
            whole = (
                open_value(report.what_sealed, report.pk, "what") == filings.STORY.strip()
                and open_value(report.where_sealed, report.pk, "where") == "Lapangan Contoh"
                and open_value(report.reported_sealed, report.pk, "reported")[0]["role"] == "lurah"
                and open_reporter(bytes(Identity.objects.get(report=report).sealed), report.pk, private).name != ""
                and Step.objects.filter(report=report, code="filed").count() == 1
                and [digest(row) for row in Evidence.objects.filter(report=report)] == ([photo] if photo else [])
            )
        except (SinetraError, Identity.DoesNotExist) as error:
            found.append(f"half: {report.pk} {type(error).__name__}")
        else:
            found += [] if whole else [f"half: {report.pk}"]
    lonely = Identity.objects.exclude(report__in=Report.objects.all()).count()
    return [*found, *([f"{lonely} names without a report"] if lonely else [])]


def digest(evidence: Any) -> str:
    """Of the original as it opens."""
    from sinetra.apps.evidence.originals import open_original

    with open_original(evidence) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    django.setup()
    from sinetra.apps.reports.models import Report

    lines = problems(sys.stdin.read().splitlines(), sys.argv[1], with_photo=sys.argv[2] == "photo")
    sys.stdout.write("\n".join([*lines, f"{Report.objects.count()} read"]))
