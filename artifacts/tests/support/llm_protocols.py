"""The protocols of language models, from the server's side: what a request asks, and how an answer
is put on the wire.

Only what a client looks at is sent, in the shapes that the providers document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from artifacts.tests.support.llm_answers import Answer, Asked


@dataclass(frozen=True, slots=True)
class Tokens:
    """What an answer took; `cached` are among `sent`."""

    sent: int
    cached: int
    written: int
    cost_usd: float | None = None
    """What the provider says that it cost, where it does."""


class Wire(Protocol):
    name: str
    path: str

    def asked(self, body: Mapping[str, Any]) -> Asked: ...

    def whole(self, body: Mapping[str, Any], answer: Answer, tokens: Tokens) -> dict[str, Any]: ...

    def stream(
        self, body: Mapping[str, Any], answer: Answer, pieces: Iterable[str], tokens: Tokens
    ) -> Iterator[bytes]:
        """Yield events: some to begin with, one for each piece, some to end with."""
        ...

    def error(self, kind: str, message: str) -> dict[str, Any]: ...

    def error_event(self) -> bytes: ...


class OpenAIChat:
    name = "openai-chat"
    path = "/v1/chat/completions"

    def asked(self, body: Mapping[str, Any]) -> Asked:
        messages = [
            (_role(message["role"]), _text(message.get("content"))) for message in body["messages"]
        ]
        if tools := body.get("tools"):
            function = tools[0]["function"]
            return Asked(messages, function["name"], function["parameters"])
        wanted = body.get("response_format", {})
        return Asked(
            messages,
            schema=wanted["json_schema"]["schema"] if wanted.get("type") == "json_schema" else None,
        )

    def whole(self, body: Mapping[str, Any], answer: Answer, tokens: Tokens) -> dict[str, Any]:
        message: dict[str, Any] = {"role": "assistant", "content": answer.text}
        if answer.finish == "refusal":
            message = {"role": "assistant", "content": None, "refusal": answer.text}
        elif answer.tool:
            message = {
                "role": "assistant",
                "content": None,
                "tool_calls": [self._call(answer.tool, answer.text)],
            }
        if answer.thinking:
            message["reasoning_content"] = answer.thinking
        choice = {"index": 0, "message": message, "finish_reason": self._finish(answer)}
        return {
            **self._head(body, "chat.completion"),
            "choices": [choice],
            "usage": self._usage(tokens),
        }

    def stream(
        self, body: Mapping[str, Any], answer: Answer, pieces: Iterable[str], tokens: Tokens
    ) -> Iterator[bytes]:
        head = self._head(body, "chat.completion.chunk")

        def chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
            return _event(
                {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}
            )

        yield chunk({"role": "assistant", "content": "" if not answer.tool else None})
        if answer.tool:
            yield chunk({"tool_calls": [{"index": 0, **self._call(answer.tool, "")}]})
        if answer.thinking:
            yield chunk({"reasoning_content": answer.thinking})
        for piece in pieces:
            if answer.finish == "refusal":
                yield chunk({"refusal": piece})
            elif answer.tool:
                yield chunk({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]})
            else:
                yield chunk({"content": piece})
        yield chunk({}, self._finish(answer))
        if body.get("stream_options", {}).get("include_usage"):
            yield _event({**head, "choices": [], "usage": self._usage(tokens)})
        yield b"data: [DONE]\n\n"

    def error(self, kind: str, message: str) -> dict[str, Any]:
        return {"error": {"message": message, "type": kind, "param": None, "code": kind}}

    def error_event(self) -> bytes:
        return _event(
            {"error": {"message": "The server had an error.", "type": "server_error", "code": None}}
        )

    def _head(self, body: Mapping[str, Any], kind: str) -> dict[str, Any]:
        return {
            "id": "chatcmpl-1",
            "object": kind,
            "created": 1_790_000_000,
            "model": body["model"],
            "provider": "Test",
        }

    def _call(self, name: str, arguments: str) -> dict[str, Any]:
        return {
            "id": "call_1",
            "type": "function",
            "function": {"name": name, "arguments": arguments},
        }

    def _finish(self, answer: Answer) -> str:
        if answer.finish == "refusal":
            return "content_filter"
        return "length" if answer.finish == "length" else "tool_calls" if answer.tool else "stop"

    def _usage(self, tokens: Tokens) -> dict[str, Any]:
        return {
            "prompt_tokens": tokens.sent,
            "completion_tokens": tokens.written,
            "total_tokens": tokens.sent + tokens.written,
            "prompt_tokens_details": {"cached_tokens": tokens.cached},
            **({} if tokens.cost_usd is None else {"cost": tokens.cost_usd}),
        }


class OpenAIResponses:
    name = "openai"
    path = "/v1/responses"

    def asked(self, body: Mapping[str, Any]) -> Asked:
        messages = [("system", body["instructions"])] if body.get("instructions") else []
        turns = (
            body["input"]
            if isinstance(body["input"], list)
            else [{"role": "user", "content": body["input"]}]
        )
        messages += [
            (_role(turn["role"]), _text(turn.get("content"))) for turn in turns if "role" in turn
        ]
        if tools := body.get("tools"):
            return Asked(messages, tools[0]["name"], tools[0]["parameters"])
        wanted = body.get("text", {}).get("format", {})
        return Asked(
            messages, schema=wanted["schema"] if wanted.get("type") == "json_schema" else None
        )

    def whole(self, body: Mapping[str, Any], answer: Answer, tokens: Tokens) -> dict[str, Any]:
        return self._response(body, answer, self._output(answer, answer.text), tokens)

    def stream(
        self, body: Mapping[str, Any], answer: Answer, pieces: Iterable[str], tokens: Tokens
    ) -> Iterator[bytes]:
        number = 0

        def event(kind: str, **fields: Any) -> bytes:
            nonlocal number
            number += 1
            return _event({"type": kind, "sequence_number": number, **fields}, kind)

        yield event(
            "response.created",
            response={**self._response(body, answer, None, tokens), "usage": None},
        )
        item = self._output(answer, "")
        yield event(
            "response.output_item.added", output_index=0, item={**item, "status": "in_progress"}
        )
        place: dict[str, Any] = {"item_id": item["id"], "output_index": 0}
        kind = "response.function_call_arguments"
        if not answer.tool or answer.finish == "refusal":
            place["content_index"] = 0
            kind = "response.refusal" if answer.finish == "refusal" else "response.output_text"
            yield event("response.content_part.added", **place, part=item["content"][0])
        for piece in pieces:
            yield event(
                f"{kind}.delta",
                **place,
                delta=piece,
                **({"logprobs": []} if "text" in kind else {}),
            )
        item = self._output(answer, answer.text)
        name = "arguments" if "arguments" in kind else "refusal" if "refusal" in kind else "text"
        named: dict[str, Any] = (
            {"name": answer.tool}
            if name == "arguments"
            else {"logprobs": []}
            if name == "text"
            else {}
        )
        yield event(f"{kind}.done", **place, **{name: answer.text}, **named)
        yield event("response.output_item.done", output_index=0, item=item)
        response = self._response(body, answer, item, tokens)
        yield event(f"response.{response['status']}", response=response)

    def error(self, kind: str, message: str) -> dict[str, Any]:
        return {"error": {"message": message, "type": kind, "param": None, "code": kind}}

    def error_event(self) -> bytes:
        event = {
            "type": "error",
            "code": "server_error",
            "message": "The server had an error.",
            "param": None,
        }
        return _event({**event, "sequence_number": 9}, "error")

    def _response(
        self, body: Mapping[str, Any], answer: Answer, output: dict[str, Any] | None, tokens: Tokens
    ) -> dict[str, Any]:
        is_cut = answer.finish == "length"
        return {
            "id": "resp_1",
            "object": "response",
            "created_at": 1_790_000_000,
            "model": body["model"],
            "status": "in_progress" if output is None else "incomplete" if is_cut else "completed",
            "incomplete_details": {"reason": "max_output_tokens"} if output and is_cut else None,
            "error": None,
            "output": [output] if output else [],
            "parallel_tool_calls": True,
            "tool_choice": "auto",
            "tools": [],
            "usage": {
                "input_tokens": tokens.sent,
                "input_tokens_details": {"cached_tokens": tokens.cached, "cache_write_tokens": 0},
                "output_tokens": tokens.written,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": tokens.sent + tokens.written,
            },
        }

    def _output(self, answer: Answer, text: str) -> dict[str, Any]:
        status = "incomplete" if answer.finish == "length" else "completed"
        if answer.tool and answer.finish != "refusal":
            call = {
                "id": "fc_1",
                "type": "function_call",
                "call_id": "call_1",
                "name": answer.tool,
                "arguments": text,
            }
            return {**call, "status": status}
        part: dict[str, Any] = {"type": "output_text", "text": text, "annotations": []}
        if answer.finish == "refusal":
            part = {"type": "refusal", "refusal": text}
        return {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "status": status,
            "content": [part],
        }


class AnthropicMessages:
    name = "anthropic"
    path = "/v1/messages"

    def asked(self, body: Mapping[str, Any]) -> Asked:
        messages = [("system", _text(body["system"]))] if body.get("system") else []
        messages += [
            (_role(message["role"]), _text(message["content"])) for message in body["messages"]
        ]
        if tools := body.get("tools"):
            return Asked(messages, tools[0]["name"], tools[0]["input_schema"])
        wanted = body.get("output_config", {}).get("format") or {}
        return Asked(messages, schema=wanted.get("schema"))

    def whole(self, body: Mapping[str, Any], answer: Answer, tokens: Tokens) -> dict[str, Any]:
        content = [self._block(answer, answer.text)]
        return {**self._head(body, tokens), "content": content, "stop_reason": self._stop(answer)}

    def stream(
        self, body: Mapping[str, Any], answer: Answer, pieces: Iterable[str], tokens: Tokens
    ) -> Iterator[bytes]:
        begun = {
            **self._head(body, Tokens(tokens.sent, tokens.cached, 1)),
            "content": [],
            "stop_reason": None,
        }
        yield _event({"type": "message_start", "message": begun}, "message_start")
        start = {
            "type": "content_block_start",
            "index": 0,
            "content_block": self._block(answer, ""),
        }
        yield _event(start, "content_block_start")
        is_call = answer.tool and answer.finish != "refusal"
        for piece in pieces:
            delta = (
                {"type": "input_json_delta", "partial_json": piece}
                if is_call
                else self._text_delta(piece)
            )
            yield _event(
                {"type": "content_block_delta", "index": 0, "delta": delta}, "content_block_delta"
            )
        yield _event({"type": "content_block_stop", "index": 0}, "content_block_stop")
        stop = {"stop_reason": self._stop(answer), "stop_sequence": None}
        end = {"type": "message_delta", "delta": stop, "usage": {"output_tokens": tokens.written}}
        yield _event(end, "message_delta")
        yield _event({"type": "message_stop"}, "message_stop")

    def error(self, kind: str, message: str) -> dict[str, Any]:
        return {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_1"}

    def error_event(self) -> bytes:
        return _event(self.error("overloaded_error", "Overloaded"), "error")

    def _head(self, body: Mapping[str, Any], tokens: Tokens) -> dict[str, Any]:
        usage = {
            "input_tokens": tokens.sent - tokens.cached,
            "cache_read_input_tokens": tokens.cached,
            "cache_creation_input_tokens": 0,
            "output_tokens": tokens.written,
        }
        head = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": body["model"],
            "usage": usage,
        }
        return {**head, "stop_sequence": None}

    def _block(self, answer: Answer, text: str) -> dict[str, Any]:
        if answer.tool and answer.finish != "refusal":
            return {"type": "tool_use", "id": "toolu_1", "name": answer.tool, "input": _json(text)}
        return {"type": "text", "text": text}

    def _text_delta(self, piece: str) -> dict[str, Any]:
        return {"type": "text_delta", "text": piece}

    def _stop(self, answer: Answer) -> str:
        if answer.finish == "refusal":
            return "refusal"
        return (
            "max_tokens" if answer.finish == "length" else "tool_use" if answer.tool else "end_turn"
        )


WIRES: tuple[Wire, ...] = (OpenAIChat(), OpenAIResponses(), AnthropicMessages())


def _role(role: str) -> str:
    return "system" if role == "developer" else role


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "\n\n".join(part.get("text", "") for part in content or ())


def _json(text: str) -> Any:
    """This provider reads the arguments itself, and what it cannot read does not come as an
    object.
    """
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {"broken": text[:100]}


def _event(value: Mapping[str, Any], kind: str = "") -> bytes:
    name = f"event: {kind}\n" if kind else ""
    return f"{name}data: {json.dumps(value)}\n\n".encode()
