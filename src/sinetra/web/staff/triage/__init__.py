"""The desk: what came in, one page a report, and what becomes of it."""
