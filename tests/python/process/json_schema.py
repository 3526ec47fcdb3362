"""As much of JSON Schema as `report.schema.json` uses: what is wrong with a value, by its place."""

from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
    "integer": int,
    "number": (int, float),
}
_KNOWN = {
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "enum",
    "items",
    "maxItems",
    "maximum",
    "minimum",
    "oneOf",
    "properties",
    "required",
    "type",
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    unknown = set(schema) - _KNOWN - {"$defs", "$schema", "title", "description"}
    assert not unknown, unknown
    for key in ("oneOf", "anyOf"):
        if key in schema:
            found = [problems(value, option, root, at) for option in schema[key]]
            return [] if [] in found else min(found, key=len)
    if "const" in schema and value != schema["const"]:
        return [f"{at}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is none of {schema['enum']}"]
    expected = _TYPES[schema["type"]] if "type" in schema else object
    if not isinstance(value, expected) or (isinstance(value, bool) and schema.get("type") in ("integer", "number")):
        return [f"{at}: {value!r} is no {schema['type']}"]
    if "minimum" in schema and value < schema["minimum"]:
        return [f"{at}: {value} is too small"]
    return [*_members(value, schema, root, at), *_items(value, schema, root, at)]


def _members(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    missing = [f"{at}.{key} is missing" for key in schema.get("required", []) if key not in value]
    strange = [f"{at}.{key} is not known" for key in value if key not in known]
    deeper = [found for key in value if key in known for found in problems(value[key], known[key], root, f"{at}.{key}")]
    return [*missing, *strange, *deeper]


def _items(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, list):
        return []
    if len(value) > schema.get("maxItems", len(value)):
        return [f"{at}: {len(value)} items are too many"]
    return [
        found for index, item in enumerate(value) for found in problems(item, schema["items"], root, f"{at}[{index}]")
    ]
