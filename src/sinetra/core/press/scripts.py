"""Scripts that already are plain text: injected code pasted into the article. Found by how it opens, cut to where
its brackets close; lines dense with code signs go as a whole."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"<script\b|<style\b|<iframe\b"
    r"|[!;(+]{0,4}(?:async\s{1,3})?function\s*\w*\s*\([\w\s,$]*\)\s*\{"
    r"|\(\s*adsbygoogle|\(?window\.\w+\s*=|googletag\.\w+|document\.(?:write|getElement|createElement|querySelector)"
    r"|(?:var|let|const)\s+[\w$]+\s*=\s*[\w$'\"\[{(]|(?:gtag|fbq|dataLayer\.push|__tcfapi)\s*\("
    r"|\$\(\s*(?:document|function|['\"])|jQuery\s*\(|@media\s[^{\n]*\{"
    r"|\{\s{0,9}[\"“]@(?:context|type|graph|id)[\"”]"
)
# A further statement of the same script: an assignment, a call of a member.
_GOES_ON = re.compile(r"[\w$.\[\]'\"]{1,60}\s?[+|]?=[^=>]|[\w$]{1,40}\.[\w$.]{1,60}\(")
_CLOSING_TAG = re.compile(r"</(?:script|style|iframe)\s*>", re.IGNORECASE)
_PROPERTY = re.compile(r"[a-z\-]{3,30}\s?:\s?[^;{}:\"]{1,60}[;}]")
_SELECTOR = frozenset(".#@*:abcdefghijklmnopqrstuvwxyz")
_PAIRS = {"(": ")", "{": "}", "[": "]"}
_SIGNS = re.compile(r"[(){}\[\];=<>|&$_\\]")
#: Those that no prose has: brackets around ages and days, and lists with semicolons, are no code.
_OF_CODE = re.compile(r"[{}\[\]=<>|&$_\\]")


def _end_of_code(text: str, start: int) -> int:
    """Where the brackets opened from ``start`` on are closed and no call or assignment goes on."""
    depth = 0
    index = start
    last = start
    quote = ""
    limit = min(len(text), start + 60_000)
    while index < limit:
        char = text[index]
        if quote:
            if char == "\\":
                index += 1
            elif char in (quote, "\n"):
                quote = ""
        elif char in "'\"" and depth:
            quote = char
        elif char in _PAIRS:
            depth += 1
        elif char in ")}]":
            depth = max(0, depth - 1)
            last = index + 1
            if depth == 0 and not re.match(r"\s*[(.\[;=)},]", text[index + 1 : index + 4]):
                return last
        elif char == ";" and depth == 0:
            last = index + 1
            following = _skip(text, last)
            if not (_OPENS.match(text, following) or _GOES_ON.match(text, following)):
                return last
        elif char == "\n" and depth == 0:
            return max(last, index)
        index += 1
    line = text.find("\n", start)
    return line if line > 0 else len(text)


def _skip(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _dense(line: str) -> bool:
    signs = len(_SIGNS.findall(line))
    dense = len(line) > 15 and signs > 4 and signs > 0.1 * len(line) and len(_OF_CODE.findall(line)) > 1
    return dense or _is_css(line)


def _is_css(line: str) -> bool:
    """A rule of a style sheet: a selector of few words, and properties in braces."""
    head, brace, rest = line.partition("{")
    return bool(brace) and len(head) < 120 and len(_PROPERTY.findall(rest[:400])) > 0 and head[:1] in _SELECTOR


def strip_scripts(text: str) -> tuple[str, list[str]]:
    """The text without code, and the code.

    >>> strip_scripts("(function(a){a.b=1;})(window);\\nBerita.")
    ('\\nBerita.', ['(function(a){a.b=1;})(window);'])
    """
    kept: list[str] = []
    removed: list[str] = []
    index = 0
    while match := _OPENS.search(text, index):
        start = match.start()
        if match.group().startswith("<"):
            close = _CLOSING_TAG.search(text, start)
            end = close.end() if close else (text.find("\n", start) if "\n" in text[start:] else len(text))
        else:
            end = max(_end_of_code(text, start), match.end())
        kept.append(text[index:start])
        removed.append(text[start:end])
        index = end
    kept.append(text[index:])
    lines = []
    for line in "".join(kept).split("\n"):
        if _dense(line):
            removed.append(line)
        else:
            lines.append(line)
    return "\n".join(lines), removed
