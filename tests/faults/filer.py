"""A real process that files reports or opens matters.

python filer.py file KEY...        one filing a key, each in a thread of its own; prints KEY and CODE
python filer.py open ID...         opens the matter of each report; prints ID
python filer.py complete ID...     opens each and finds it complete; prints the ID of its matter
python filer.py register ID...     registers matters; prints their numbers in the register
python filer.py die-register N ID  registers one, and is killed at the N-th write of the unit
python filer.py die N KEY          files, and is killed at the N-th write of the unit; prints KEY and CODE if it lived
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

import django


def say(line: str) -> None:
    """In one write, so that lines of several threads do not mix."""
    os.write(1, f"{line}\n".encode())


def file_one(key: str) -> None:
    from sinetra.apps.reports.actions import file_report
    from sinetra.apps.reports.intake import read_report

    given = {
        "channel": "report",
        "what": "Sebuah kejadian contoh.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71",
        "acts": ["like"],
        "reported": [{"role": "lurah"}],
        "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh 1"},
        "idempotency_key": key,
    }
    say(f"{key} {file_report(report=read_report(given)).code.replace(' ', '-')}")


def open_one(report_id: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import open_matter
    from sinetra.apps.reports.models import Report

    report = Report.objects.select_related("organisation").get(pk=report_id)
    say(open_matter(report=report, actor=SYSTEM).number)


def complete_one(report_id: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import check_requirements, find_complete, open_matter, start_study
    from sinetra.apps.cases.actions.check_requirements import Given
    from sinetra.apps.cases.checklist import items
    from sinetra.apps.reports.models import Report
    from sinetra.core.casework.checklist import Answer

    report = Report.objects.select_related("organisation").get(pk=report_id)
    matter = start_study(matter=open_matter(report=report, actor=SYSTEM), actor=SYSTEM)
    met = {item.requirement.id: Given(answer=Answer.MET) for item in items(matter)}
    check_requirements(matter=matter, answers=met, actor=SYSTEM)
    say(str(find_complete(matter=matter, actor=SYSTEM).pk))


def register_one(matter_id: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import register
    from sinetra.apps.cases.models import Matter
    from sinetra.core.errors import Conflict

    try:
        say(register(matter=Matter.objects.select_related("report").get(pk=matter_id), actor=SYSTEM).register_number)
    except Conflict:
        say("-")


def at_once(work: Callable[[str], None], items: list[str]) -> None:
    from django.db import connection

    start = threading.Barrier(len(items))

    def run(item: str) -> None:
        try:
            start.wait()
            work(item)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(item,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def die_at(count: int, *more: tuple[Any, str]) -> None:
    """Kills this process right after the ``count``-th statement of its units of work: rows, then the entries of the
    trail; ``more`` functions count as well, as owner and name."""
    from sinetra.apps.audit import chain
    from sinetra.apps.base.work import Work

    seen = 0

    def counting(original: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            nonlocal seen
            result = original(*args, **kwargs)
            seen += 1
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return counted

    for owner, name in ((Work, "create"), (Work, "record"), (chain, "_take_head"), (chain, "append"), *more):
        setattr(owner, name, counting(getattr(owner, name)))


if __name__ == "__main__":
    django.setup()
    match sys.argv[1:]:
        case ["file", *keys]:
            at_once(file_one, keys)
        case ["open", *reports]:
            at_once(open_one, reports)
        case ["complete", *reports]:
            at_once(complete_one, reports)
        case ["register", *matters]:
            at_once(register_one, matters)
        case ["die-register", count, matter]:
            die_at(int(count))
            register_one(matter)
        case ["die", count, key]:
            die_at(int(count))
            file_one(key)
