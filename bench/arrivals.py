"""Random arrivals at pages of staff, each measured from when it was due, not from when somebody was free."""

from __future__ import annotations

import http.client
import http.cookiejar
import random
import re
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

#: So many addresses as somebody of the office asks for them: address of the site, cookie, dice, number.
Addresses = Callable[[str, str, random.Random, int], list[str]]
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Seconds from the due moment to the last octet, ascending; ``failed``: answers that were not a page."""

    seconds: Sequence[float]
    failed: int
    per_second: float

    def at(self, share: float) -> float:
        return self.seconds[min(int(len(self.seconds) * share), len(self.seconds) - 1)]

    def figures(self) -> dict[str, Any]:
        named = {f"p{round(share * 100)}_ms": round(self.at(share) * 1000, 1) for share in (0.5, 0.95, 0.99)}
        return {"requests": len(self.seconds), "failed": self.failed, "arrivals_per_second": self.per_second} | named


def sign_in(url: str, username: str) -> str:
    """The cookie of somebody of the demonstration, through its page."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with opener.open(f"{url}/kerja/id/masuk/", timeout=30) as answer:
        page = answer.read().decode()
    found = _TOKEN.search(page)
    fields = {"username": username, "csrfmiddlewaretoken": found[1] if found else ""}
    with opener.open(f"{url}/kerja/id/masuk/sebagai/", urllib.parse.urlencode(fields).encode(), timeout=30) as answer:
        answer.read()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def found_on(url: str, cookie: str, path: str, pattern: re.Pattern[str]) -> list[str]:
    request = urllib.request.Request(url + path, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=60) as answer:
        html = answer.read().decode()
    return sorted({address.replace("&amp;", "&") for address in pattern.findall(html)})


def arrivals(
    url: str,
    usernames: Sequence[str],
    addresses: Addresses,
    *,
    per_second: float,
    seconds: float,
    clients: int = 8,
    seed: int = 1,
) -> Measured:
    """Poisson arrivals: each comes when it comes, also while others still wait. Clients take ``usernames`` by turns."""
    dice = random.Random(seed)
    cookies = [sign_in(url, usernames[number % len(usernames)]) for number in range(clients)]
    due: list[float] = []
    while (last := (due[-1] if due else 0.0) + dice.expovariate(per_second)) < seconds:
        due.append(last)
    paths = addresses(url, cookies[0], dice, len(due))
    local = threading.local()
    opened: list[http.client.HTTPConnection] = []
    host = urllib.parse.urlsplit(url).netloc

    def ask(moment: float, path: str, cookie: str) -> tuple[float, bool]:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection(host, timeout=60)
            opened.append(local.connection)
        try:
            local.connection.request("GET", path, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
            answer = local.connection.getresponse()
            answer.read()
            fine = answer.status == 200
        except (OSError, http.client.HTTPException):
            local.connection.close()
            fine = False
        return time.perf_counter() - moment, fine

    with ThreadPoolExecutor(64) as pool:
        start = time.perf_counter() + 0.5
        waiting = []
        for index, (moment, path) in enumerate(zip(due, paths, strict=True)):
            time.sleep(max(start + moment - time.perf_counter(), 0))
            waiting.append(pool.submit(ask, start + moment, path, cookies[index % clients]))
        answers = [future.result() for future in waiting]
    for connection in opened:
        connection.close()
    return Measured(
        seconds=sorted(taken for taken, _fine in answers),
        failed=sum(not fine for _taken, fine in answers),
        per_second=per_second,
    )
