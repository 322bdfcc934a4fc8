"""No program here looks for a face, and none that could is depended on."""

from __future__ import annotations

import re
from pathlib import Path

import sinetra

CODE = Path(sinetra.__file__).parent
_LOOKS = re.compile(
    r"face_recognition|facenet|insightface|deepface|mediapipe|retinaface|haarcascade|CascadeClassifier|face_?(?:embedding|"
    r"detect|landmark)|dlib|opencv|cv2\b",
    re.IGNORECASE,
)


def looking(texts: dict[str, str]) -> list[str]:
    return sorted(name for name, text in texts.items() if _LOOKS.search(text))


def _sources() -> dict[str, str]:
    files = [path for path in CODE.rglob("*") if path.suffix in {".py", ".js", ".html", ".yaml", ".toml"}]
    files.append(CODE.parents[1] / "pyproject.toml")
    return {str(path): path.read_text(encoding="utf-8") for path in files}


def test_nothing_looks_for_faces():
    assert looking(_sources()) == []


def test_what_looks_for_faces_is_found():
    planted = {"a.py": "import cv2", "b.py": "import face_recognition as f", "c.py": "surface detection of faces"}
    assert looking(planted) == ["a.py", "b.py"]
