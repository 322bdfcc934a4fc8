"""``/statistik/edisi/``: frozen editions of open statistics, each table with its definition, balance and source."""
