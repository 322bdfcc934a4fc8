"""Printed matter from the rulebook: poster, leaflet, card, message and talking points."""
