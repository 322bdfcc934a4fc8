"""``make bench``: runs everything and writes bench/results/<name>.json."""

from __future__ import annotations

import json
import platform
import tempfile
from pathlib import Path
from typing import Any

from bench import start, weights
from bench.site import fill, served

RESULTS = Path(__file__).parent / "results"


def write(name: str, figures: dict[str, Any]) -> None:
    RESULTS.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    path = RESULTS / f"{name}.json"
    path.write_text(
        json.dumps({"measured_on": machine} | figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        data = Path(folder)
        seconds = fill(data)
        write("start", {"seconds_to_fill_the_demo": round(seconds, 1)} | start.measure(data))
        with served(data) as site:
            write("weights", weights.measure(site))


if __name__ == "__main__":
    main()
