"""``make test``: checks, the whole suite on SQLite, apps, API and faults again on PostgreSQL, the browser.

Installs PostgreSQL and Chromium when root and they are missing. Where that cannot be, the rest runs and the closing
lines say which suites did not; with CI=true their absence is a failure.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
CI = os.environ.get("CI") == "true"
# The source holds Indonesian, which a speller of English only complains about.
ENGLISH = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "THREAT_MODEL.md",
    "docs/adr",
    "docs/operations",
]
ON_POSTGRES = ["tests/apps", "tests/api", "tests/faults", "tests/volumes"]


def run(title: str, *command: str | Path, **environment: str) -> bool:
    """Runs one step and prints its time; True when it passed."""
    print(f"\n== {title}", flush=True)
    start = time.perf_counter()
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=os.environ | environment, check=False)
    print(f"== {title}: {'ok' if done.returncode == 0 else 'FAILED'}, {time.perf_counter() - start:.0f} s", flush=True)
    return done.returncode == 0


def install(*packages: str) -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print(f"== installing {' '.join(packages)}", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=environment, **quiet)


def chromium() -> str | None:
    def find() -> str | None:
        names = [os.environ.get("SINETRA_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
        return next((found for name in names if name and (found := shutil.which(name))), None)

    found = find()
    if found is None:
        install("chromium", "fonts-dejavu-core")
        found = find()
    return found


def postgres_bin() -> Path | None:
    def find() -> Path | None:
        places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
        return next((place for place in places if (place / "initdb").exists()), None)

    found = find()
    if found is None:
        install("postgresql")
        found = find()
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres(binaries: Path) -> Iterator[str]:
    """A cluster of our own, as a user that is not root; the URL to it. Gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="sinetra-pg-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    port = free_port()

    def call(*command: str) -> None:
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    cluster = str(folder / "cluster")
    call(
        str(binaries / "initdb"), "-D", cluster, "-U", "sinetra", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=200"
    # It need not outlive a power cut.
    options += " -c fsync=off -c max_wal_size=4GB"
    call(str(binaries / "pg_ctl"), "-D", cluster, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgres://sinetra@127.0.0.1:{port}/postgres"
    finally:
        call(str(binaries / "pg_ctl"), "-D", cluster, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def checks() -> list[bool]:
    return [
        run("ruff", BIN / "ruff", "check", "."),
        run("format", BIN / "ruff", "format", "--check", "--quiet", "."),
        run("rings", BIN / "lint-imports", "--no-cache"),
        run("types", BIN / "mypy"),
        run("messages", BIN / "python", "tools/messages.py", "check"),
        run("spelling", BIN / "codespell", "--ignore-words-list=sistem,paket", *ENGLISH),
    ]


def suites() -> tuple[list[bool], list[str]]:
    passed, absent = [], []
    pytest = (BIN / "pytest", "-q", "--durations=20", "--durations-min=5")
    passed.append(run("suite on SQLite", *pytest, "-n", "2", "-m", "not browser and not soak"))
    binaries = postgres_bin()
    if binaries is None:
        absent.append("PostgreSQL: apps, API and faults ran on SQLite only")
    else:
        with postgres(binaries) as url:
            paths = [path for path in ON_POSTGRES if (ROOT / path).exists()]
            command = [*pytest, "-n", "2", "-m", "not browser and not soak", *paths]
            passed.append(run("apps, API and faults on PostgreSQL", *command, SINETRA_DATABASE_URL=url))
    browser = chromium()
    if browser is None:
        absent.append("Chromium: the browser and accessibility suite did not run")
    else:
        # Which tests belong together: tests/browser/conftest.py.
        command = [*pytest, "-n", "2", "--dist", "loadgroup", "-m", "browser and not soak", "tests/browser"]
        passed.append(run("browser", *command, SINETRA_CHROMIUM=browser))
    return passed, absent


def soak() -> tuple[list[bool], list[str]]:
    """Full volumes and faults: SINETRA_SCALE=1 on both databases."""
    pytest = (BIN / "pytest", "-q", "-m", "soak")
    passed = [run("soak on SQLite", *pytest, SINETRA_SCALE="1")]
    binaries = postgres_bin()
    if binaries is None:
        return passed, ["PostgreSQL: the soak ran on SQLite only"]
    with postgres(binaries) as url:
        passed.append(run("soak on PostgreSQL", *pytest, SINETRA_SCALE="1", SINETRA_DATABASE_URL=url))
    return passed, []


def main() -> int:
    start = time.perf_counter()
    wanted = sys.argv[1] if len(sys.argv) > 1 else "all"
    if wanted not in {"all", "soak"}:
        sys.exit("tools/test.py: accepted values: all, soak")
    passed = [] if wanted == "soak" else checks()
    more, absent = soak() if wanted == "soak" else suites()
    passed += more
    minutes = (time.perf_counter() - start) / 60
    for line in absent:
        print(f"\n!! NOT RUN: {line}", flush=True)
    ok = all(passed) and not (CI and absent)
    print(f"\n== {wanted}: {'ok' if ok else 'FAILED'} in {minutes:.1f} minutes", flush=True)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
