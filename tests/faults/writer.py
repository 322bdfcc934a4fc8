"""A real process that writes until the file ``stop`` appears: four threads, units of work over both organisations.

    python writer.py FOLDER NAME

After each COMMIT it appends the group and the number of entries to ``FOLDER/NAME.log``: what it was promised.
"""

from __future__ import annotations

import os
import random
import sys
import threading
from pathlib import Path

import django

THREADS = 4


def write(folder: Path, log: int, seed: str) -> None:
    from django.db import connection

    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.work import unit_of_work
    from sinetra.apps.registry.models import Unit
    from sinetra.core.errors import Conflict

    chance = random.Random(seed)
    keys = list(Unit.objects.order_by("pk").values_list("pk", flat=True))
    while not (folder / "stop").exists():
        # Units of both organisations, in an order that differs between writers.
        units = [Unit.objects.get(pk=key) for key in chance.sample(keys, chance.randint(1, 3))]
        try:
            with unit_of_work(SYSTEM) as work:
                for unit in units:
                    work.change(unit, name=f"{seed} {chance.random()}")
                    work.record("unit.rename", unit, data={"of": len(units)}, note="catatan")
                work.enqueue("faults.note", {"group": str(work.group)}, key=str(work.group))
        except Conflict:
            continue
        os.write(log, f"{work.group} {len(units)}\n".encode())
    connection.close()


def main() -> None:
    folder, name = Path(sys.argv[1]), sys.argv[2]
    django.setup()
    log = os.open(folder / f"{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    threads = [threading.Thread(target=write, args=(folder, log, f"{name}.{n}")) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
