"""The addresses of this program, of which each says who may reach it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def every_view(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from every_view(pattern)
        else:
            yield pattern


def views() -> list[URLPattern]:
    ours = "sinetra.web"
    return [view for view in every_view(get_resolver()) if getattr(view.callback, "__module__", "").startswith(ours)]
