"""Agreements between institutions (F8), requests for data of civil servants, disclosures, breaches."""
