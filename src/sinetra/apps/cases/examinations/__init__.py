"""Examination, decision, execution, objection, appeal and recording at the institution that received a matter."""
