"""One questionnaire, one text, one hash, however its file was written; and the JSON Schema for editors."""

import hashlib
import json
from typing import Any

from questionnaires.model import Questionnaire


def canonical_json(questionnaire: Questionnaire) -> str:
    """Keys in order, no blanks, exact numbers; defaults written out, what has none left out."""
    values = questionnaire.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_hash(questionnaire: Questionnaire) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(questionnaire).encode()).hexdigest()


def json_schema() -> dict[str, Any]:
    """The shape of a questionnaire file, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Questionnaire.model_json_schema(by_alias=True)}
