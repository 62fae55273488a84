"""Assessment to JSON, and the schema it follows."""

from typing import Any

import msgspec

from crosswire.model import Assessment

SCHEMA_ID = "crosswire-assessment-1"


def to_json(assessment: Assessment) -> str:
    """Return the assessment as indented JSON, keys in the order of the model, with the schema's name on top."""
    body = msgspec.to_builtins(assessment)
    text = msgspec.json.encode({"schema": SCHEMA_ID, **body})
    return msgspec.json.format(text, indent=1).decode() + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `to_json` writes."""
    described = msgspec.json.schema(Assessment)
    assessment = described["$defs"]["Assessment"]
    assessment["properties"] = {"schema": {"const": SCHEMA_ID}, **assessment["properties"]}
    assessment["required"] = ["schema", *assessment["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **described}
