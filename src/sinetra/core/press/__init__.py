"""Reads news articles on the neutrality of civil servants: bytes to facts, each with its place in the text.

>>> from pathlib import Path
>>> import sinetra
>>> catalogue = Path(sinetra.__file__).parent / "catalogue"
>>> lexicon = load_lexicon(catalogue)
>>> document, = read("contoh.txt", "Bawaslu Kota Jambi menggelar rakor, Senin (4/11/2024).".encode())
>>> article = extract(lexicon, document)
>>> article.kab_kota, article.day.isoformat()
('Kota Jambi', '2024-11-04')
"""

from __future__ import annotations

from sinetra.core.press.article import Article
from sinetra.core.press.extract import extract
from sinetra.core.press.lexicon import Lexicon, load_lexicon
from sinetra.core.press.pages import as_one, belongs, grouped, joined, page_number
from sinetra.core.press.read import ACCEPTED, MAX_BYTES, RawDocument, read, read_each
from sinetra.core.press.stories import Conflict, Story, affair_key, around, stories, told_as_one

__all__ = [
    "ACCEPTED",
    "MAX_BYTES",
    "Article",
    "Conflict",
    "Lexicon",
    "RawDocument",
    "Story",
    "affair_key",
    "around",
    "as_one",
    "belongs",
    "extract",
    "grouped",
    "joined",
    "load_lexicon",
    "page_number",
    "read",
    "read_each",
    "stories",
    "told_as_one",
]
