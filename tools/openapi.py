"""Writes docs/openapi.json; with ``check`` it fails when the committed schema is not the one of the code."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

PATH = Path(__file__).resolve().parent.parent / "docs" / "openapi.json"


def schema_text() -> str:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sinetra.settings.test")
    django.setup()
    from sinetra.api.urls import api

    return (
        json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    )


if __name__ == "__main__":
    text = schema_text()
    if sys.argv[1:] == ["check"]:
        sys.exit(
            0
            if PATH.exists() and PATH.read_text(encoding="utf-8") == text
            else "docs/openapi.json is not current: make openapi"
        )
    PATH.write_text(text, encoding="utf-8")
