"""Whoever is invited asks Bawaslu and the Tim Netralitas before deciding, and keeps the proof of having asked."""
