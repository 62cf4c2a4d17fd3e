"""A server that speaks the protocols of language models over real sockets, well and badly, as a
test asks it to.

    with LLMServer() as server: server.faults = [Fault.RATE_LIMITED, Fault.OK]  # of the next
        requests; afterwards all are answered well server.faults_at[ArtifactType.RISK_LOG] =
        Fault.REFUSED  # of every request for this document ...  # point OPENAI_BASE_URL at
        server.openai_url or ANTHROPIC_BASE_URL at server.url assert
        server.requests[0].body["model"] == "test-model"

`python -m artifacts.tests.support.llm_server [seconds]` serves until it is stopped, each stream
taking that long.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self

from artifacts.schemas import ArtifactType
from artifacts.tests.support.llm_answers import Answer, Asked, Author, Fault, pieces_of, type_of
from artifacts.tests.support.llm_protocols import WIRES, Tokens, Wire
from artifacts.tests.support.llm_sending import DRIP_SECONDS, Cut, Line

__all__ = ["Fault", "LLMServer", "Request", "shared_characters"]

CHARACTERS_PER_TOKEN = 4
CACHED_FROM_TOKENS = 256
PIECE_MAX = 64 * 1024
KEPT_PROMPTS = 50

_REFUSED: Mapping[Fault, tuple[int, str, str, dict[str, str]]] = {
    Fault.UNAUTHORIZED: (401, "authentication_error", "Incorrect API key provided: {key}.", {}),
    Fault.OUT_OF_CREDIT: (429, "insufficient_quota", "You exceeded your current quota.", {}),
    Fault.UNKNOWN_MODEL: (404, "not_found_error", "The model {model} does not exist.", {}),
    Fault.TOO_LONG: (400, "context_length_exceeded", "prompt is too long: {prompt}", {}),
    Fault.RATE_LIMITED: (
        429,
        "rate_limit_error",
        "Too many requests.",
        {"Retry-After": "{retry_after}"},
    ),
    Fault.RATE_LIMITED_LONG: (
        429,
        "rate_limit_error",
        "Too many requests.",
        {"Retry-After": "3600"},
    ),
    Fault.SERVER_ERROR: (500, "api_error", "Internal error while reading: {prompt}", {}),
    Fault.OVERLOADED: (529, "overloaded_error", "Overloaded", {}),
}
"""(status, kind, message, headers).

Some messages repeat what was sent, as providers' messages do.
"""

_NO_CREDIT_AT_ANTHROPIC: tuple[int, str, str, dict[str, str]] = (
    400,
    "invalid_request_error",
    "Your credit balance is too low to access the API.",
    {},
)


@dataclass(frozen=True, slots=True)
class Request:
    """What came in, and how it was answered. Names of headers are in lower case."""

    wire: Wire
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    asked: Asked
    artifact_type: ArtifactType | None
    fault: Fault

    @property
    def protocol(self) -> str:
        return self.wire.name

    @property
    def prompt(self) -> str:
        """Everything that the model reads, as one text."""
        return self.asked.prompt

    @property
    def limit(self) -> int:
        """How many tokens the answer may have; 0 if nothing was said."""
        names = ("max_tokens", "max_completion_tokens", "max_output_tokens")
        return next((int(self.body[name]) for name in names if self.body.get(name)), 0)

    @property
    def streams(self) -> bool:
        return bool(self.body.get("stream"))


@dataclass
class LLMServer:
    """Serves from a thread of its own. All fields may be changed while it serves."""

    faults: list[Fault] = field(default_factory=list)
    """What to play at the next requests; taken off the list one by one."""
    faults_at: dict[ArtifactType, Fault] = field(default_factory=dict)
    """What to play at every request for a document."""
    stream_seconds: float = 0.0
    """How long an answer takes, streamed or not."""
    pieces: int = 20
    retry_after: str = "1"
    requests: list[Request] = field(default_factory=list)
    refuse: tuple[int, str] | None = None
    """(status, message) for requests that ask for more than `limit_tokens` in an answer, or by
    another name for it.
    """
    stream_refusal: tuple[int, str] | None = None
    """(status, message) for requests that ask for a stream."""
    silence: Literal["", "empty", "dropped"] = ""
    """How every stream ends before it has begun, as of servers that tell what is wrong without a
    stream only.
    """
    schema_refusal: tuple[int, str] | None = None
    """(status, message) for requests that send a JSON schema for the answer."""
    context_tokens: int | None = None
    """How many tokens this server reads; it leaves the rest out in silence."""
    cost_usd: float | None = None
    """What this server says that each answer cost."""
    unknown: tuple[str, ...] = ()
    """Protocols that this server does not know."""
    limit_tokens: int = 8_192
    limit_name: str = ""
    author: Author = field(default_factory=Author)

    def __post_init__(self) -> None:
        self.url = ""
        self._prompts: list[str] = []
        self._arrived = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._clients: set[asyncio.Task[None]] = set()

    @property
    def openai_url(self) -> str:
        return f"{self.url}/v1"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead every client to this server."""
        return {
            "OPENAI_BASE_URL": self.openai_url,
            "OPENAI_API_KEY": "sk-openai-secret-of-the-test",
            "ANTHROPIC_BASE_URL": self.url,
            "ANTHROPIC_API_KEY": "sk-ant-secret-of-the-test",
        }

    def answer(self, artifact_type: ArtifactType, content: Mapping[str, Any]) -> None:
        """Write `content` from now on whenever this document is asked for."""
        self.author.contents[artifact_type] = content

    def wait_for(self, count: int, seconds: float = 30.0) -> None:
        """Wait until `count` requests have come in."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.requests) >= count, timeout=seconds)

    def forget(self) -> None:
        """Start again, with everything answered well."""
        self.faults, self.requests, self._prompts = [], [], []
        self.faults_at.clear()
        self.author.contents.clear()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="llm-server", daemon=True
        )
        self._thread.start()
        starting = asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=512, limit=2**20)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        for client in self._clients:
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = asyncio.current_task()
        assert client is not None
        self._clients.add(client)
        try:
            while (request := await self._read(reader, Line(writer))) is not None:
                await self._respond(request, Line(writer))
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, Cut):
            pass
        finally:
            self._clients.discard(client)
            writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()

    async def _read(self, reader: asyncio.StreamReader, line: Line) -> Request | None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        path = head[0].split(" ")[1]
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        # Some clients ask for a list of models first, without a body.
        body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))) or b"{}")
        known = [
            wire
            for wire in WIRES
            if path.partition("?")[0] == wire.path and wire.name not in self.unknown
        ]
        if not known:
            await line.send(404, b"404 page not found", "text/plain")
            return await self._read(reader, line)
        wire = known[0]
        asked = wire.asked(body)
        artifact_type = type_of(asked)
        request = Request(wire, headers, body, asked, artifact_type, self._fault(artifact_type))
        with self._arrived:
            self.requests.append(request)
            self._arrived.notify_all()
        return request

    def _fault(self, artifact_type: ArtifactType | None) -> Fault:
        if artifact_type in self.faults_at:
            return self.faults_at[artifact_type]
        return self.faults.pop(0) if self.faults else Fault.OK

    async def _respond(self, request: Request, line: Line) -> None:
        fault, wire = request.fault, request.wire
        if fault is Fault.HANG:
            await asyncio.Event().wait()
        if fault is Fault.HTML_PAGE:
            await line.send(200, b"<html><body>Welcome to the proxy.</body></html>", "text/html")
            return
        if refusal := self._refused_form(request) or _refusal(request, self.retry_after):
            status, kind, message, headers = refusal
            await line.send(status, json.dumps(wire.error(kind, message)).encode(), headers=headers)
            return
        answer = self.author.answer(request.asked, request.artifact_type, fault)
        tokens = self._tokens(request, answer)
        if request.streams:
            await self._stream(request, answer, tokens, line)
            return
        body = json.dumps(wire.whole(request.body, answer, tokens)).encode()
        await asyncio.sleep(self.stream_seconds)
        await line.send(
            200,
            body,
            cut=fault in (Fault.CUT, Fault.BROKEN_STREAM, Fault.NO_FINISH),
            drip=fault is Fault.SLOW_DRIP,
        )

    def _refused_form(self, request: Request) -> tuple[int, str, str, Mapping[str, str]] | None:
        """Return what turns a request away that asks for a stream, for too long an answer, or by a
        name not known.
        """
        if self.silence and request.streams:
            return None
        if self.stream_refusal and request.streams:
            status, message = self.stream_refusal
            return status, "invalid_request_error", message, {}
        if self.schema_refusal and request.asked.schema:
            status, message = self.schema_refusal
            return status, "invalid_request_error", message, {}
        if self.limit_name and self.limit_name not in request.body:
            message = f"Unsupported parameter. Use '{self.limit_name}' instead."
            return 400, "unsupported_parameter", message, {}
        if request.limit <= self.limit_tokens:
            return None
        if request.fault is Fault.LIMIT_REFUSED:
            message = (
                "Invalid max_tokens value, the valid range of max_tokens is [1,"
                f" {self.limit_tokens}]"
            )
            return 400, "invalid_request_error", message, {}
        return (
            (self.refuse[0], "invalid_request_error", self.refuse[1], {}) if self.refuse else None
        )

    async def _stream(self, request: Request, answer: Answer, tokens: Tokens, line: Line) -> None:
        fault = request.fault
        count = max(
            self.pieces,
            len(answer.text) // PIECE_MAX,
            len(answer.text) if fault is Fault.SLOW_DRIP else 0,
        )
        pause = DRIP_SECONDS if fault is Fault.SLOW_DRIP else self.stream_seconds / count
        await line.begin()
        if self.silence == "dropped":
            raise Cut
        if self.silence:
            await line.end()
            return
        events = request.wire.stream(request.body, answer, pieces_of(answer.text, count), tokens)
        for number, event in enumerate(events, start=1):
            await line.write(event)
            if fault in (Fault.CUT, Fault.BROKEN_STREAM) and number > self.pieces // 2:
                if fault is Fault.BROKEN_STREAM:
                    await line.write(request.wire.error_event())
                raise Cut
            if fault is Fault.NO_FINISH and number > self.pieces // 2:
                break
            if pause:
                await asyncio.sleep(pause)
        await line.end()

    def _tokens(self, request: Request, answer: Answer) -> Tokens:
        """Count as a provider would: what a prompt begins with is cached where one of the last ones
        began so too.
        """
        prompt = request.prompt
        cached = (
            max((shared_characters(prompt, earlier) for earlier in self._prompts), default=0)
            // CHARACTERS_PER_TOKEN
        )
        self._prompts = [prompt, *self._prompts[: KEPT_PROMPTS - 1]]
        written = len(answer.text) // CHARACTERS_PER_TOKEN
        sent = len(prompt) // CHARACTERS_PER_TOKEN
        if self.context_tokens is not None:
            sent, cached = min(sent, self.context_tokens), 0
        return Tokens(
            sent, cached if cached >= CACHED_FROM_TOKENS else 0, max(1, written), self.cost_usd
        )


def _refusal(request: Request, retry_after: str) -> tuple[int, str, str, Mapping[str, str]] | None:
    """Return what the request is turned away with, or None if it is answered."""
    if request.fault is Fault.NO_STREAM and request.streams:
        return 400, "invalid_request_error", "Streaming is not supported by this server.", {}
    if request.fault is Fault.OUT_OF_CREDIT and request.protocol == "anthropic":
        return _NO_CREDIT_AT_ANTHROPIC
    if request.fault not in _REFUSED:
        return None
    status, kind, message, headers = _REFUSED[request.fault]
    key = request.headers.get("x-api-key") or request.headers.get("authorization", "").removeprefix(
        "Bearer "
    )
    message = message.format(
        key=key, model=request.body["model"], prompt=request.asked.question[:400]
    )
    return (
        status,
        kind,
        message,
        {name: value.format(retry_after=retry_after) for name, value in headers.items()},
    )


def shared_characters(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(map(len, (one, other))),
    )


if __name__ == "__main__":
    with LLMServer(stream_seconds=float(sys.argv[1]) if sys.argv[1:] else 0.0) as running:
        sys.stdout.write(f"{running.url}\n")
        sys.stdout.flush()
        while True:
            time.sleep(3600)
