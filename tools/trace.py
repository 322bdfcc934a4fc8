"""Which sentence of the source articles is served by which page: ``docs/trace.yaml``, checked.

    python tools/trace.py check [FOLDER]     shape, and, when the articles are there, every sentence by its hash
    python tools/trace.py print FOLDER       number, hash and text of each sentence, to write the file by

The published sentences are not kept here: a hash says which one is meant, the file retells it. Furniture (scripts,
related links, author signs, other stories) counts as one sentence per uninterrupted run.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
TRACE = ROOT / "docs" / "trace.yaml"
ARTICLES = ROOT.parent / "shared" / "seeds"
SAMPLES = ROOT / "src" / "sinetra" / "catalogue" / "samples" / "articles"

FEATURES = frozenset(f"F{n}" for n in range(1, 26))
PAGES = frozenset(
    [
        "beranda",
        "aturan",
        "bolehkah",
        "lapor",
        "ikuti",
        "statistik",
        "artikel",
        "kegiatan",
        "program",
        "cakupan",
        "ikrar",
        "tes",
        "edaran",
        "layanan-adil",
        "mediasi",
        "perkara",
        "laporan",
        "register",
        "audit",
        "surat-edaran",
        "kesepakatan",
        "permintaan-data",
        "laporan-nihil",
        "indeks",
        "pembelajaran",
        "undangan",
        "karier",
    ]
)
KINDS = frozenset({"konteks", "fitur"})

# A point after these ends no sentence.
ABBREVIATIONS = frozenset(["Dr", "Dra", "Hj", "Pj", "Plt", "Plh", "Pjs", "No"])
# Mostly a space follows; after a bracketed date it may be missing: "(21/11/2024).Kunjungan", "Wali Kota.(NAME)".
_END = re.compile(r"(?<=[.!?])([”\"’')]*)(?:\s+(?=[“\"‘'(A-Z0-9-])|(?<=\)\.)(?=[A-Z]))")
_SCRIPT = re.compile(r"^\(function\b|^<script\b|\bcreateElement\(")
_RELATED = re.compile(r"^baca juga\s*:?\s*", re.IGNORECASE)
_SIGN = re.compile(r"^(site icon\b|\[(redaktur|editor)\b|this website uses cookies)", re.IGNORECASE)
_TAIL = re.compile(r"^(reporter|editor)\s*:|^recent posts$", re.IGNORECASE)
_AUTHOR = re.compile(r"^\([^.]*(\.[a-z]+[^.]*)?\)\W*$", re.IGNORECASE)


def _pieces(line: str) -> list[str]:
    """One line cut into sentences; an author's sign in brackets stays with the sentence before it."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(line):
        before = line[start : match.end(1)]
        last = before.rstrip("”\"’')").rsplit(maxsplit=1)[-1].lstrip('(“"').removesuffix(".").removesuffix(",")
        if before.rstrip().endswith(".") and last in ABBREVIATIONS:
            continue
        found.append(before.strip())
        start = match.end()
    rest = line[start:].strip()
    if found and _AUTHOR.match(rest):
        found[-1] = f"{found[-1]} {rest}"
    elif rest:
        found.append(rest)
    return found


def sentences(text: str) -> list[str]:
    """The sentences of an article in order, headlines included, each run of furniture as one.

    >>> sentences("Judul\\n\\nIa datang. Ia pergi. (abc)\\nBaca juga: Lain\\n")
    ['Judul', 'Ia datang.', 'Ia pergi. (abc)', 'Baca juga: Lain']
    """
    found: list[str] = []
    furniture: list[str] = []
    tail = label = False
    for line in filter(None, (line.strip() for line in unicodedata.normalize("NFC", text).splitlines())):
        tail = tail or bool(_TAIL.match(line))
        if tail or label or _SCRIPT.search(line) or _RELATED.match(line) or _SIGN.match(line):
            # "Baca Juga:" alone announces a headline on the next line.
            label = bool(_RELATED.fullmatch(line))
            furniture.append(line)
            continue
        if furniture:
            found.append("\n".join(furniture))
            furniture = []
        found.extend(_pieces(line))
    if furniture:
        found.append("\n".join(furniture))
    return found


def fingerprint(sentence: str) -> str:
    """First 12 hexadecimal digits of SHA-256 over the sentence in NFC with single spaces."""
    plain = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def load(path: Path = TRACE) -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]
    return articles


def shape_problems(articles: list[dict[str, Any]]) -> list[str]:
    """Every entry that is not complete, names an unknown feature or page, or serves no page."""
    found: list[str] = []
    for article in articles:
        name = article.get("id", "?")
        if not all(article.get("title", {}).get(tongue) for tongue in ("id", "en")):
            found.append(f"{name}: title needs id and en")
        if not (SAMPLES / str(article.get("sample"))).is_file():
            found.append(f"{name}: no sample {article.get('sample')!r}")
        for n, sentence in enumerate(article.get("sentences", ()), start=1):
            found.extend(f"{name}/{n}: {problem}" for problem in _sentence_problems(n, sentence))
    return found


def _sentence_problems(n: int, sentence: dict[str, Any]) -> list[str]:
    found = [f"{key} is missing" for key in ("hash", "id", "en") if not sentence.get(key)]
    features, pages = sentence.get("features", []), sentence.get("pages", [])
    if sentence.get("n") != n:
        found.append(f"n is {sentence.get('n')}, its place is {n}")
    if not re.fullmatch(r"[0-9a-f]{12}", str(sentence.get("hash"))):
        found.append("hash is not 12 hexadecimal digits")
    if sentence.get("kind") not in KINDS:
        found.append(f"kind {sentence.get('kind')!r}, accepted: {', '.join(sorted(KINDS))}")
    found.extend(f"unknown feature {feature!r}" for feature in features if feature not in FEATURES)
    found.extend(f"unknown page {page!r}" for page in pages if page not in PAGES)
    if sentence.get("kind") == "fitur" and not (features and pages):
        found.append("a sentence of kind fitur needs features and pages")
    if sentence.get("kind") == "konteks" and features:
        found.append("a sentence of kind konteks has no features")
    law = sentence.get("law")
    if law is not None and not (law.get("act") and re.fullmatch(r"\d{4}-\d\d-\d\d", str(law.get("act_date")))):
        found.append("law needs act and act_date")
    note = sentence.get("note")
    if note is not None and not (note.get("id") and note.get("en")):
        found.append("note needs id and en")
    return found


def source_problems(articles: list[dict[str, Any]], folder: Path) -> list[str]:
    """Sentences of the published articles that are not mapped, and entries whose sentence is not there."""
    found: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        name = path.name[:3]
        mapped = [s.get("hash") for a in articles if a.get("id") == name for s in a.get("sentences", ())]
        there = [fingerprint(sentence) for sentence in sentences(path.read_text(encoding="utf-8"))]
        found.extend(f"{name}/{n}: {hash_} is not mapped" for n, hash_ in enumerate(there, 1) if hash_ not in mapped)
        found.extend(
            f"{name}/{n}: {hash_} is not in the article" for n, hash_ in enumerate(mapped, 1) if hash_ not in there
        )
        if sorted(mapped) == sorted(there) and mapped != there:
            found.append(f"{name}: the sentences are not in the order of the article")
    return found


def check(folder: Path) -> int:
    articles = load()
    found = shape_problems(articles)
    if any(folder.glob("*.txt")):
        found += source_problems(articles, folder)
    else:
        print(f"no articles in {folder}: only the shape was checked", file=sys.stderr)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def show(folder: Path) -> int:
    for path in sorted(folder.glob("*.txt")):
        print(path.name)
        for n, sentence in enumerate(sentences(path.read_text(encoding="utf-8")), start=1):
            print(f"{n:3} {fingerprint(sentence)} {sentence!r}")
    return 0


if __name__ == "__main__":
    commands = {"check": check, "print": show}
    if not 2 <= len(sys.argv) <= 3 or sys.argv[1] not in commands:
        sys.exit("tools/trace.py: accepted values: " + ", ".join(commands))
    sys.exit(commands[sys.argv[1]](Path(sys.argv[2]) if len(sys.argv) == 3 else ARTICLES))
