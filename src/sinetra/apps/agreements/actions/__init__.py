"""The acts of agreements and disclosures, one a file."""
