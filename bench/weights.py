"""What a page weighs on the wire, compressed, with all its resources, on a first visit without a cache."""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from typing import Any

from bench.site import Site

_RESOURCE = re.compile(r'(?:href|src)="(/statis/[^"#]+)')
_SEALED = re.compile(r'name="sealed" value="([^"]+)"')
LIMIT = 30_000


def measure(site: Site) -> dict[str, Any]:
    """Octets of head and body of every response. The report's pages are visited as a reporter would."""
    pages = {name: _weight(site, body) for name, body in _report_pages(site).items()}
    others = {path: _weight(site, _get(site, path)) for path in ("/id/", "/id/bolehkah/", "/id/ikuti/", "/id/aturan/")}
    return {"report_pages": pages, "heaviest_report_page": max(pages.values()), "limit": LIMIT, "other_pages": others}


Answer = tuple[int, str]


def _open(request: urllib.request.Request) -> Answer:
    request.add_header("Accept-Encoding", "gzip")
    with urllib.request.urlopen(request, timeout=30) as answer:
        body = answer.read()
        octets = len(body) + len(str(answer.headers))
        if answer.headers.get("Content-Encoding") == "gzip":
            import gzip

            body = gzip.decompress(body)
        return octets, body.decode(errors="replace")


def _get(site: Site, path: str) -> Answer:
    return _open(urllib.request.Request(site.url + path))


def _post(site: Site, path: str, **fields: Any) -> Answer:
    data = urllib.parse.urlencode(fields, doseq=True).encode()
    return _open(urllib.request.Request(site.url + path, data=data))


def _weight(site: Site, page: Answer) -> int:
    octets, html = page
    return octets + sum(_get(site, path)[0] for path in sorted(set(_RESOURCE.findall(html))))


def _report_pages(site: Site) -> dict[str, Answer]:
    path = "/id/lapor/"
    pages = {"channel": _get(site, path)}
    answers = [
        ("channel", "what", {"channel": "report"}),
        ("what", "when", {"what": "Seorang lurah membagikan unggahan calon di grup warga.", "acts": ["share"]}),
        ("when", "where", {"happened_on": "2024-11-20", "known_on": "2024-11-21"}),
        ("where", "who", {"region": "99.71.01.1001", "where": "Grup warga"}),
        ("who", "evidence", {"role": "lurah"}),
        ("evidence", "reporter", {}),
        ("reporter", "summary", {"name": "Contoh", "address": "Jalan Contoh 1"}),
    ]
    for name, following, fields in answers:
        found = _SEALED.search(pages[name][1])
        if found is None:
            raise RuntimeError(f"the page {name} of the report did not come")
        pages[following] = _post(site, path, sealed=found[1], page=name, **fields)
    return pages
