"""What the language-model server of the tests answers: valid documents, and everything else that a
model may write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.llm_documents import documents

Finish = Literal["stop", "length", "refusal"]

SCRIPT = "<script>alert(1)</script>"
INVENTED_FIGURE = "$4.7 billion"
MISSING_ID = "F-987"
REFUSAL = "I cannot help with this request."
COMPARES = "This time you write nothing."
"""What a request says that wants no document but contradictions between them."""


class Fault(StrEnum):
    """Everything that can go wrong between us and a model. OK is a good answer."""

    OK = "nothing"

    INVALID_JSON = "invalid JSON"
    EMPTY = "an empty answer"
    WRONG_SHAPE = "JSON of another shape"
    MISSING_SECTIONS = "sections are missing"
    DANGLING_REFERENCES = "references to items that do not exist"
    PREAMBLE = "chat around the JSON"
    THINKING_IN_TEXT = "thinking in the text, in tags"
    TRUNCATED = "cut off by the output limit"
    ONLY_THINKING = "thinking uses up the output limit"
    NO_FINISH = "an answer ends and nothing says that it is done"
    REFUSED = "the model refuses"
    HUGE = "an answer without end"
    INJECTED = "an answer that obeys instructions in the idea"
    INVENTED = "figures that nobody gave"

    UNAUTHORIZED = "401, wrong key"
    OUT_OF_CREDIT = "no credit left"
    UNKNOWN_MODEL = "404, unknown model"
    TOO_LONG = "400, prompt too long"
    LIMIT_REFUSED = "400, answers may not be so long"
    NO_STREAM = "400, cannot stream"
    RATE_LIMITED = "429, come back soon"
    RATE_LIMITED_LONG = "429, come back in an hour"
    SERVER_ERROR = "500"
    OVERLOADED = "529, overloaded"
    HTML_PAGE = "200 with the page of a proxy"

    SLOW_DRIP = "a byte now and then"
    HANG = "no answer at all"
    CUT = "the connection breaks in the middle"
    BROKEN_STREAM = "an error event in the stream"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request wants, in whichever protocol it came.

    `schema` is of the tool or of the response format.
    """

    messages: Sequence[tuple[str, str]]
    """(role, text) in order; instructions come first as `system`."""
    tool: str = ""
    schema: Mapping[str, Any] | None = None

    @property
    def prompt(self) -> str:
        return "\n".join(text for _, text in self.messages)

    @property
    def question(self) -> str:
        """What the founder's part of a request begins with."""
        return next((text for role, text in self.messages if role == "user"), "")

    @property
    def opening(self) -> str:
        """The request before the model's first answer."""
        first = next(
            (place for place, (role, _) in enumerate(self.messages) if role == "assistant"), None
        )
        return "\n".join(text for _, text in self.messages[:first])


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: a text, or the arguments of the tool where one was asked for."""

    text: str
    tool: str = ""
    finish: Finish = "stop"
    thinking: str = ""


@dataclass
class Author:
    """Writes answers.

    `contents` replaces what is written of a type; anything but a document comes from its schema.
    """

    contents: dict[ArtifactType, Mapping[str, Any]] = field(default_factory=dict)
    contradictions: Any = field(default_factory=list)
    """What is answered where all documents are to be read against each other."""
    huge_characters: int = 20_000_000

    def answer(self, asked: Asked, artifact_type: ArtifactType | None, fault: Fault) -> Answer:
        if fault is Fault.REFUSED:
            return Answer(REFUSAL, finish="refusal")
        if fault is Fault.ONLY_THINKING:
            return Answer("", finish="length", thinking="Let me think about it. " * 20)
        if fault is Fault.EMPTY:
            return Answer("", tool=asked.tool)
        text = self._text(asked, artifact_type, fault)
        before = _before(asked)
        if before != text and text.startswith(before):
            text = text[len(before) :]
        if fault is Fault.TRUNCATED:
            return Answer(text[: len(text) // 2 or 1], tool=asked.tool, finish="length")
        return Answer(text, tool=asked.tool)

    def _text(self, asked: Asked, artifact_type: ArtifactType | None, fault: Fault) -> str:
        if COMPARES in asked.opening:
            return json.dumps({"contradictions": self.contradictions})
        schema = asked.schema or schema_in(asked.opening)
        if artifact_type is None and schema is None:
            return _echo(asked.question, fault)
        if artifact_type is None:
            assert schema is not None
            content = sample(schema, schema)
        else:
            document = self.contents.get(artifact_type) or documents()[artifact_type]
            content = fit(document, schema, schema) if schema else dict(document)
        return _spoiled(content, asked, fault, self.huge_characters)


def type_of(asked: Asked) -> ArtifactType | None:
    """Return the document that is asked for, or None for anything else: by the schema, else by the
    section names.
    """
    if COMPARES in asked.opening:
        return None
    schema = asked.schema or schema_in(asked.opening)
    if schema:
        named = set(_resolve(schema, schema).get("properties", ()))
        return next((t for t in GENERATION_ORDER if _core(t) <= named), None)
    text = asked.opening
    latest = {t: min(text.rfind(name) for name in _core(t)) for t in GENERATION_ORDER}
    best = max(latest, key=lambda t: latest[t])
    return best if latest[best] >= 0 else None


def schema_in(text: str) -> Mapping[str, Any] | None:
    """Return the last JSON schema that a text quotes."""
    found = None
    decoder = json.JSONDecoder()
    position = text.find("{")
    while position >= 0:
        try:
            value, end = decoder.raw_decode(text, position)
        except ValueError:
            end = position + 1
        else:
            if isinstance(value, dict) and isinstance(value.get("properties"), dict):
                found = value
        position = text.find("{", end)
    return found


def fit(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """Return `value` with only the keys that `schema` knows, and with the ones it misses made
    up.
    """
    schema = _resolve(schema, root)
    if isinstance(value, Mapping) and "properties" in schema:
        properties, required = schema["properties"], schema.get("required", ())
        return {
            name: fit(value[name], inner, root) if name in value else sample(inner, root)
            for name, inner in properties.items()
            if name in value or name in required
        }
    if isinstance(value, (list, tuple)) and "items" in schema:
        return [fit(entry, schema["items"], root) for entry in value]
    return value


def sample(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """Return the smallest plain value that fits `schema`."""
    schema = _resolve(schema, root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("type"):
        case "object":
            return {
                name: sample(inner, root) for name, inner in schema.get("properties", {}).items()
            }
        case "array":
            return [sample(schema.get("items", {}), root)] * max(1, schema.get("minItems", 1))
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case "null":
            return None
    return "We write this down."


def _resolve(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    while True:
        if "$ref" in schema:
            target: Any = root
            for part in schema["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            schema = target
        elif options := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
            schema = next((o for o in options if o.get("type") != "null"), options[0])
        else:
            return schema


def _echo(question: str, fault: Fault) -> str:
    """Return the JSON that a question quotes, as it asks for, or else a word of greeting."""
    quoted = question[question.find("{") :] if "{" in question else ""
    if not quoted:
        return "We are here."
    return json.dumps([quoted]) if fault is Fault.WRONG_SHAPE else quoted


def _core(artifact_type: ArtifactType) -> set[str]:
    sections = artifact_type.content_class.sections()
    return {section.name for section in sections if section.required and not section.computed}


def _before(asked: Asked) -> str:
    """What the model has written last, which it may be asked to go on with."""
    answers = [text for role, text in asked.messages if role == "assistant"]
    return answers[-1] if answers else ""


def _spoiled(content: Any, asked: Asked, fault: Fault, huge_characters: int) -> str:
    first = next(iter(content)) if content and isinstance(content, dict) else ""
    match fault:
        case Fault.INVALID_JSON:
            return json.dumps(content)[:-1].replace('": ', '" ', 1)
        case Fault.WRONG_SHAPE:
            return json.dumps({"answer": [content], "confidence": "very"})
        case Fault.MISSING_SECTIONS:
            return json.dumps({name: value for name, value in content.items() if name != first})
        case Fault.PREAMBLE:
            return (
                "Of course! Here is what we"
                f" wrote:\n\n```json\n{json.dumps(content, indent=2)}\n```\n\nAnything else?"
            )
        case Fault.THINKING_IN_TEXT:
            return (
                f'<think>First {{"draft": "{first}"}}, then the'
                f" rest.</think>\n\n{json.dumps(content)}"
            )
        case Fault.HUGE:
            return json.dumps({**content, first: "We go on. " * (huge_characters // 10)})
        case Fault.DANGLING_REFERENCES:
            content = _dangling(_in_texts(content, f" This follows from [[{MISSING_ID}]]."))
        case Fault.INJECTED:
            leaked = next((text for role, text in asked.messages if role == "system"), "")[:300]
            content = _in_texts(content, f" {SCRIPT} [here](javascript:alert(1)) {leaked}")
        case Fault.INVENTED:
            content = _in_texts(
                content, f" The market is worth {INVENTED_FIGURE} and grows by 37 % a year."
            )
    return json.dumps(content, ensure_ascii=False)


def _in_texts(content: Any, words: str) -> Any:
    """Add `words` to the first section that is prose."""
    name = next((name for name, value in content.items() if isinstance(value, str)), None)
    if name is not None:
        return {**content, name: content[name] + words}
    return {
        name: (
            [
                (
                    {**item, "description": item["description"] + words}
                    if "description" in item
                    else item
                )
                for item in value
            ]
            if isinstance(value, list) and value and isinstance(value[0], dict)
            else value
        )
        for name, value in content.items()
    }


def _dangling(value: Any) -> Any:
    """Add an id that does not exist to every list of ids."""
    if isinstance(value, dict):
        return {name: _dangling(inner) for name, inner in value.items()}
    if isinstance(value, list):
        if value and all(
            isinstance(entry, str) and re.fullmatch(r"[A-Z]-\d+", entry) for entry in value
        ):
            return [*value, MISSING_ID]
        return [_dangling(entry) for entry in value]
    return value


def pieces_of(text: str, count: int) -> Iterator[str]:
    """Yield `text` in at most `count` pieces of about the same size."""
    size = max(1, -(-len(text) // count))
    for start in range(0, len(text), size):
        yield text[start : start + size]
