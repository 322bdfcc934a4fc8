"""A real process in which people check in to a session by its QR, each from a thread, all at the same moment.

    python comer.py FOLDER SESSION 'JSON: [{"number": …}, {"name": …, "unit": …}]'

Waits for the file ``SESSION.go``; prints how many of them were new and how many were there already.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

import django


def come(session: Any, words: dict[str, str], new: list[bool]) -> None:
    from django.db import connection

    from sinetra.apps.base.actor import PUBLIC
    from sinetra.apps.prevention.actions.check_in import check_in
    from sinetra.apps.prevention.links import PARTICIPANT, new_link
    from sinetra.apps.prevention.models import Attendance
    from sinetra.apps.prevention.who import read_who

    who = read_who(**words)
    done = check_in(session=session, who=who, way=Attendance.Way.QR, actor=PUBLIC, link=new_link(PARTICIPANT))
    new.append(done.is_new)
    connection.close()


def main() -> None:
    folder, key, people = Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
    django.setup()
    from sinetra.apps.prevention.models import ActivitySession

    session = ActivitySession.objects.select_related("activity", "organisation").get(pk=key)
    new: list[bool] = []
    threads = [threading.Thread(target=come, args=(session, words, new)) for words in people]
    (folder / f"{key}.{time.monotonic_ns()}.ready").touch()
    while not (folder / f"{key}.go").exists():
        time.sleep(0.002)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps({"new": sum(new), "there": len(new) - sum(new)}))


if __name__ == "__main__":
    main()
