"""A real process that runs retention three years from now.

python eraser.py prepare NAME   a closed matter with a file and a reason that names NAME; prints hex of what is sealed
python eraser.py run            erases what is due
python eraser.py die N          the same, and is killed at the N-th write
"""

from __future__ import annotations

import sys
from datetime import timedelta

import django
from filer import die_at, file_one, say


def prepare(name: str) -> None:
    from django.utils import timezone

    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.work import unit_of_work
    from sinetra.apps.cases.actions import open_matter
    from sinetra.apps.cases.letters.kept import FILE
    from sinetra.apps.cases.models import IssuedDocument
    from sinetra.apps.prevention.kept_files import keep_sealed
    from sinetra.apps.reports.models import Report
    from sinetra.apps.reports.sealing import seal_value

    file_one("kunci-yang-panjang-sekali-untuk-sekali-kirim")
    report = Report.objects.select_related("organisation").get()
    matter = open_matter(report=report, actor=SYSTEM)
    letter = IssuedDocument(
        organisation_id=matter.organisation_id, matter=matter, kind="summons", dated_on="2024-11-22"
    )
    letter.content_sealed = seal_value({"draft": name}, letter.pk, "content")
    letter.blob = keep_sealed(name.encode() * 100, FILE)
    with unit_of_work(SYSTEM) as work:
        work.create(letter)
        work.record("document.create", letter)
        work.change(matter, state="closed", outcome="not_proven", closed_at=timezone.now())
        work.record("matter.close", matter, reason=f"{name} tidak terbukti")
    for sealed in (report.what_sealed, letter.content_sealed, report.identity.sealed):
        say(bytes(sealed).hex())


def run() -> None:
    from sinetra.apps.base.retention import run_retention
    from sinetra.ports.clock import now

    say(str({item.name: item.removed for item in run_retention(now() + timedelta(days=3 * 366), dry_run=False)}))


if __name__ == "__main__":
    django.setup()
    match sys.argv[1:]:
        case ["prepare", name]:
            prepare(name)
        case ["run"]:
            run()
        case ["die", count]:
            die_at(int(count))
            run()
