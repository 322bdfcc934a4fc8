"""Heads and candidates: who holds which office, who is PPK on a day, which interests are declared."""
