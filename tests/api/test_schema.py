"""The committed schema is that of the code, and the API keeps to it whatever it is sent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from sinetra.api.urls import api

COMMITTED = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


def test_the_committed_schema_is_that_of_the_code():
    current = api.get_openapi_schema(path_prefix="/api/v1/")
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json.loads(json.dumps(current))


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


@pytest.mark.django_db
@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_the_answer_keeps_to_the_schema(case):
    response = case.call()
    case.validate_response(response, checks=[not_a_server_error])
    assert "Set-Cookie" not in response.headers
    if response.status_code >= 400 and response.status_code != 405:
        assert response.headers["content-type"][0] in {"application/problem+json"} or response.status_code == 404
