"""JSON Schema of the JSON export and of every document in it, as published in docs/schemas."""

from __future__ import annotations

import json
from typing import Any

from artifacts.checker.findings import Severity, Verdict
from artifacts.schemas import GENERATION_ORDER

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> dict[str, str]:
    """Return the text of every schema by the name of its file."""
    schemas: dict[str, dict[str, Any]] = {
        f"{artifact_type.value}.json": {
            "$schema": DIALECT,
            **artifact_type.content_class.model_json_schema(by_alias=True),
        }
        for artifact_type in GENERATION_ORDER
    }
    schemas["package.json"] = _package()
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _package() -> dict[str, Any]:
    documents = [
        _object(
            {
                "type": {"const": artifact_type.value},
                "title": {"type": "string"},
                "version": {"type": "integer", "minimum": 1},
                "date": {"type": "string", "format": "date-time"},
                "content": {"$ref": f"{artifact_type.value}.json"},
            }
        )
        for artifact_type in GENERATION_ORDER
    ]
    always: dict[str, Any] = {
        "project": {"type": "string"},
        "documents": {"type": "array", "minItems": 1, "items": {"oneOf": documents}},
    }
    package = _object(always | _known_gaps()) | {"required": list(always)}
    description = (
        "The JSON export of a project. Sections that the reader's plan does not open are left out."
    )
    return {"$schema": DIALECT, "title": "Package", "description": description, **package}


def _known_gaps() -> dict[str, Any]:
    """What the checker found, where the export was asked for it; a finding with a reason counts for
    nothing.
    """
    text: dict[str, Any] = {"type": "string"}
    gap = _object(
        {
            "id": text,
            "rule": text,
            "severity": {"enum": [severity.value for severity in Severity]},
            "document": {"enum": [artifact_type.value for artifact_type in GENERATION_ORDER]},
            "section": text,
            "item": text,
            "field": text,
            "message": text,
            "hint": text,
            "ignored_because": {"type": ["string", "null"]},
        }
    )
    verdict = {"enum": [verdict.value for verdict in Verdict]}
    score = {"type": "integer", "minimum": 0, "maximum": 100}
    return {
        "coherence": _object(
            {"verdict": verdict, "score": score, "evidence": {**score, "type": ["integer", "null"]}}
        ),
        "known_gaps": {"type": "array", "items": gap},
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
