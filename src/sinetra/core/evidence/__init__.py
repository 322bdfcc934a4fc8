"""Evidence as bytes: how it is sealed, what is conspicuous in it, what it tells besides its content, a copy without
that, how alike two pictures are."""

from __future__ import annotations
