"""``make bench`` writes bench/results/<name>.json. ``python -m bench law`` runs one of them.

``python -m bench coverage`` is run by name only: it fills 50,000 people on SQLite and, where PostgreSQL is installed,
5.6 million with 80,000 units there, which takes a quarter of an hour. ``python -m bench casework`` fills 100,000
matters on both and measures queues, search and two nights; ``python -m bench control_room`` the views of the control
room, with a million attendances besides; ``--matters``, ``--arrivals``, ``--seconds``: another size,
not written. ``python -m bench intake`` files reports for a minute each by API, by pages and with a photo, on both.
``python -m bench people`` imports 5.6 million from files into PostgreSQL, twice, and verifies the audit
trail, which takes an hour. ``python -m bench press`` reads 100,000 generated articles and tells the stories of as many:
half an hour; ``--short`` takes a thousand, ``--only stream`` measures that part alone and leaves the other figures as
they are. ``python -m bench transfers`` screens 500,000 transfers from files. ``python -m bench index``
computes the index of 545 regions with 2,000 recomputations, beside a plain loop.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
from pathlib import Path
from typing import Any

from bench import start, weights
from bench.site import fill, served

NAMES = ("start", "weights", "law")
LONG = (
    *("coverage", "casework", "control_room", "intake", "people", "press", "press_cleaning", "likeness", "transfers"),
    "index",
)
RESULTS = Path(__file__).parent / "results"


def write(name: str, figures: dict[str, Any]) -> None:
    RESULTS.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    path = RESULTS / f"{name}.json"
    path.write_text(
        json.dumps({"measured_on": machine} | figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def of_site(names: set[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        data = Path(folder)
        seconds = fill(data)
        if "start" in names:
            write("start", {"seconds_to_fill_the_demo": round(seconds, 1)} | start.measure(data))
        if "weights" in names:
            with served(data) as site:
                write("weights", weights.measure(site))


def of_law(rows: int | None) -> None:
    # Its peers are in the dependency group "bench"; the other benches need none of them.
    from bench.law import agree, measure, table

    try:
        figures = measure.measure(measure.FULL if rows is None else measure.short(rows))
    except agree.Disagreement as error:
        raise SystemExit(str(error)) from error
    print("\n".join(table.lines(figures)))
    if rows is None:
        write("law", figures)


def of_coverage() -> None:
    from bench.coverage.measure import both

    write("coverage", both())


def of_control_room(given: argparse.Namespace) -> None:
    from bench.control_room import measure

    size = {"matters": given.matters, "people": given.people, "times": given.times}
    size |= {"per_second": given.arrivals, "seconds": given.seconds}
    asked = {name: value for name, value in size.items() if value is not None}
    figures = measure.both(**asked)
    if asked:
        print(json.dumps(figures, indent=2))
    else:
        write("control_room", figures)


def of_casework(given: argparse.Namespace) -> None:
    from bench.casework import measure

    size = {"matters": given.matters, "per_second": given.arrivals, "seconds": given.seconds}
    asked = {name: value for name, value in size.items() if value is not None}
    figures = measure.both(**asked)
    if asked:
        print(json.dumps(figures, indent=2))
    else:
        write("casework", figures)


def of_intake(seconds: float | None) -> None:
    from bench.intake import measure

    if seconds is not None:
        print(json.dumps(measure.both(seconds), indent=2))
    else:
        write("intake", measure.both())


def of_people(rows: int | None) -> None:
    from bench import people

    figures = people.measure(units=people.UNITS if rows is None else 200, people=rows or people.PEOPLE)
    if rows is None:
        write("people", figures)


def of_press(*, short: bool, most: int | None, only: str | None) -> None:
    from bench.press import measure

    size = measure.SHORT if short else measure.FULL.up_to(most)
    figures = measure.measure(size, measure.PARTS if only is None else (only,))
    if short:
        return
    before = json.loads((RESULTS / "press.json").read_text(encoding="utf-8")) if only else {}
    before.pop("measured_on", None)
    write("press", before | figures)


def of_press_cleaning(rows: int | None) -> None:
    from bench.press import cleaning

    figures = cleaning.measure() if rows is None else cleaning.measure(passes=1, most=rows)
    if rows is None:
        write("press_cleaning", figures)


def of_likeness(pictures: int | None) -> None:
    from bench.likeness import measure

    figures = measure.measure() if pictures is None else measure.measure(pictures, pictures)
    print("\n".join(measure.lines(figures)))
    if pictures is None:
        write("likeness", figures)


def of_transfers(rows: int | None) -> None:
    from bench.transfers import measure

    figures = measure.measure(rows or measure.ROWS)
    if rows is None:
        write("transfers", figures)


def of_index() -> None:
    from bench.index import measure

    write("index", measure.measure())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=NAMES + LONG, default=NAMES, metavar="NAME", help=", ".join(NAMES + LONG)
    )
    parser.add_argument("--rows", type=int, help="so many rows only, of those that have rows; not written")
    parser.add_argument("--short", action="store_true", help="press: a thousand articles; not written")
    parser.add_argument("--most", type=int, help="press: no more than so many articles in one measurement")
    parser.add_argument("--only", choices=("reading", "stream", "stories"), help="press: this part alone")
    parser.add_argument("--matters", type=int, help="casework, control_room: so many; not written")
    parser.add_argument("--people", type=int, help="control_room: so many; not written")
    parser.add_argument("--times", type=int, help="control_room: each person came so often; not written")
    parser.add_argument("--arrivals", type=float, help="casework, control_room: so many a second; not written")
    parser.add_argument("--seconds", type=float, help="casework, control_room, intake: for so long; not written")
    given = parser.parse_args()
    names = set(given.names)
    if names & {"start", "weights"}:
        of_site(names)
    if "law" in names:
        of_law(given.rows)
    if "coverage" in names:
        of_coverage()
    if "casework" in names:
        of_casework(given)
    if "control_room" in names:
        of_control_room(given)
    if "intake" in names:
        of_intake(given.seconds)
    if "people" in names:
        of_people(given.rows)
    if "press" in names:
        of_press(short=given.short, most=given.most, only=given.only)
    if "press_cleaning" in names:
        of_press_cleaning(given.rows)
    if "likeness" in names:
        of_likeness(given.rows)
    if "transfers" in names:
        of_transfers(given.rows)
    if "index" in names:
        of_index()


if __name__ == "__main__":
    main()
