"""Recommendations and their following-up: the ageing list, one of them, answers, letters of the ladder."""
