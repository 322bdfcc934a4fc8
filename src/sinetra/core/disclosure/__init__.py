"""Data that one institution tells another about civil servants: as little as the purpose needs, never in bulk."""
