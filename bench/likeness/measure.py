"""``python -m bench likeness``: recall by what became of the picture, precision, and time, on invented pictures.

The threshold was set on the scenes 0 to 23; measured are others. Invented pictures are no photographs: with them flat
skies and walls are alike more often, real crowds and halls less.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from bench.likeness.pictures import KINDS, chat, crop, png, scene
from sinetra.core.evidence.likeness import NEAR, distance, fingerprint

FIRST, PICTURES, PAGES = 1000, 100, 60
NOTES = (
    "Invented pictures: scenes 1000 and up; the threshold was set on scenes 0 to 23.",
    "recall: pairs of a picture and what became of it that are near. precision: of all near pairs, those that are one.",
    "Others: each scene with every other and with conversations, and conversations with one another.",
)


def measure(pictures: int = PICTURES, pages: int = PAGES) -> dict[str, Any]:
    numbers = range(FIRST, FIRST + pictures)
    scenes = [scene(number) for number in numbers]
    begun = time.process_time()
    kept = [fingerprint(png(one)) for one in scenes]
    per_picture = (time.process_time() - begun) / pictures
    kinds = {**KINDS, "crop_40": lambda picture, seed: crop(picture, 0.4, seed)}
    found = {
        name: sum(
            _near(fingerprint(png(kind(one, number))), same)
            for one, number, same in zip(scenes, numbers, kept, strict=True)
        )
        for name, kind in kinds.items()
    }
    chats = [fingerprint(png(chat(number))) for number in range(FIRST, FIRST + pages)]
    pairs = [*combinations(kept, 2), *combinations(chats, 2), *((one, other) for one in kept for other in chats)]
    begun = time.process_time()
    wrong = sum(_near(one, other) for one, other in pairs)
    per_pair = (time.process_time() - begun) / len(pairs)
    right = sum(found.values())
    return {
        "notes": NOTES,
        "threshold_bits_of_128": NEAR,
        "pictures": pictures,
        "conversations": pages,
        "recall": {name: round(count / pictures, 3) for name, count in found.items()},
        "recall_of_all": round(right / (pictures * len(kinds)), 3),
        "pairs_of_one_picture": pictures * len(kinds),
        "pairs_of_others": len(pairs),
        "wrong": wrong,
        "precision": round(right / (right + wrong), 4),
        "ms_a_picture": round(per_picture * 1000, 1),
        "ms_a_pair": round(per_pair * 1000, 3),
    }


def _near(one: bytes, other: bytes) -> bool:
    return distance(one, other) <= NEAR


def lines(figures: dict[str, Any]) -> Iterable[str]:
    yield f"{figures['pictures']} pictures, {figures['pairs_of_others']} pairs of others, threshold {NEAR} of 128 bits"
    for name, part in figures["recall"].items():
        yield f"  recall {name:<20}{part:.3f}"
    yield f"  recall of all {figures['recall_of_all']:.3f}"
    yield f"  precision {figures['precision']:.4f}, {figures['wrong']} wrong"
    yield f"  {figures['ms_a_picture']} ms a picture, {figures['ms_a_pair']} ms a pair"
