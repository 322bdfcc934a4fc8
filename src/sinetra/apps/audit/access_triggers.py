"""Triggers that keep the access log as it was written: only the count goes up, and only old entries may go."""

from __future__ import annotations

TABLE = "audit_accessentry"
FUNCTION = "sinetra_keep_access_entry"
_KEPT = ["id", "organisation_id", "user_id", "page", "subject_type", "subject_id", "kinds", "first_at"]


def _changed(operator: str) -> str:
    kept = [f'NEW."{column}" {operator} OLD."{column}"' for column in _KEPT]
    purpose = f'(NEW."purpose" {operator} OLD."purpose" AND NEW."purpose" <> \'\')'
    return " OR ".join([*kept, purpose, 'NEW."last_at" < OLD."last_at"', 'NEW."times" < OLD."times"'])


CREATE = {
    "sqlite": [
        f"""CREATE TRIGGER access_entry_kept BEFORE UPDATE ON {TABLE} WHEN {_changed("IS NOT")}
        BEGIN SELECT RAISE(ABORT, 'access entries are never changed'); END""",
        f"""CREATE TRIGGER access_entry_stays BEFORE DELETE ON {TABLE}
        WHEN OLD."last_at" > datetime('now', '-365 days')
        BEGIN SELECT RAISE(ABORT, 'access entries of the last year are never deleted'); END""",
    ],
    "postgresql": [
        f"""CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'access entries are never changed, nor deleted within a year'
        USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
        f"""CREATE TRIGGER access_entry_kept BEFORE UPDATE ON {TABLE} FOR EACH ROW
        WHEN ({_changed("IS DISTINCT FROM")}) EXECUTE FUNCTION {FUNCTION}()""",
        f"""CREATE TRIGGER access_entry_stays BEFORE DELETE ON {TABLE} FOR EACH ROW
        WHEN (OLD."last_at" > now() - interval '365 days') EXECUTE FUNCTION {FUNCTION}()""",
        f"""CREATE TRIGGER access_entry_no_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()""",
    ],
}
DROP = {
    "sqlite": ["DROP TRIGGER access_entry_kept", "DROP TRIGGER access_entry_stays"],
    "postgresql": [
        f"DROP TRIGGER access_entry_kept ON {TABLE}",
        f"DROP TRIGGER access_entry_stays ON {TABLE}",
        f"DROP TRIGGER access_entry_no_truncate ON {TABLE}",
        f"DROP FUNCTION {FUNCTION}()",
    ],
}
