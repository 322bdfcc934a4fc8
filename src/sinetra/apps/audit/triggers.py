"""Triggers that keep entries as they were written, on both databases. They stop mistakes and ordinary accounts; who
owns the database can drop them, and is caught by the chain and the checkpoints."""

from __future__ import annotations

TABLE = "audit_auditentry"
FUNCTION = "sinetra_keep_audit_entry"
_KEPT = ["id", "organisation_id", "seq", "at", "group", "action", "object_type", "object_id", "digest", "actor", "data"]
_KEPT += ["detail_commitment", "previous_hash", "hash"]


def _changed(operator: str, cast: str) -> str:
    kept = [f'NEW."{c}"{cast if c == "data" else ""} {operator} OLD."{c}"{cast if c == "data" else ""}' for c in _KEPT]
    return " OR ".join([*kept, 'NEW."detail" IS NOT NULL', 'NEW."detail_salt" IS NOT NULL'])


CREATE = {
    "sqlite": [
        f"""CREATE TRIGGER audit_entry_kept BEFORE UPDATE ON {TABLE} WHEN {_changed("IS NOT", "")}
        BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END""",
        f"""CREATE TRIGGER audit_entry_stays BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END""",
    ],
    "postgresql": [
        f"""CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
        f"""CREATE TRIGGER audit_entry_kept BEFORE UPDATE ON {TABLE} FOR EACH ROW
        WHEN ({_changed("IS DISTINCT FROM", "::text")}) EXECUTE FUNCTION {FUNCTION}()""",
        f"CREATE TRIGGER audit_entry_stays BEFORE DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {FUNCTION}()",
        f"""CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()""",
    ],
}
DROP = {
    "sqlite": ["DROP TRIGGER audit_entry_kept", "DROP TRIGGER audit_entry_stays"],
    "postgresql": [
        f"DROP TRIGGER audit_entry_kept ON {TABLE}",
        f"DROP TRIGGER audit_entry_stays ON {TABLE}",
        f"DROP TRIGGER audit_entry_no_truncate ON {TABLE}",
        f"DROP FUNCTION {FUNCTION}()",
    ],
}

_SEALED = "audit_sealedrow"
_KEEP_SEALED = "sinetra_keep_sealed_row"
CREATE_SEALED = {
    "sqlite": [
        f"""CREATE TRIGGER audit_sealed_row_{verb} BEFORE {verb.upper()} ON {_SEALED}
        BEGIN SELECT RAISE(ABORT, 'audit entries are never changed or deleted'); END"""
        for verb in ("update", "delete")
    ],
    "postgresql": [
        f"""CREATE FUNCTION {_KEEP_SEALED}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'
        USING ERRCODE = 'integrity_constraint_violation';
        END $$""",
        f"""CREATE TRIGGER audit_sealed_row_stays BEFORE UPDATE OR DELETE ON {_SEALED}
        FOR EACH ROW EXECUTE FUNCTION {_KEEP_SEALED}()""",
        f"""CREATE TRIGGER audit_sealed_row_no_truncate BEFORE TRUNCATE ON {_SEALED}
        FOR EACH STATEMENT EXECUTE FUNCTION {_KEEP_SEALED}()""",
    ],
}
DROP_SEALED = {
    "sqlite": [f"DROP TRIGGER audit_sealed_row_{verb}" for verb in ("update", "delete")],
    "postgresql": [
        f"DROP TRIGGER audit_sealed_row_stays ON {_SEALED}",
        f"DROP TRIGGER audit_sealed_row_no_truncate ON {_SEALED}",
        f"DROP FUNCTION {_KEEP_SEALED}()",
    ],
}
