"""Run language-model servers that we did not write, and say what becomes of documents written
through them.

    python -m bench.servers litellm PYTHON   # its proxy, before the model server of our tests
    python -m bench.servers llama PYTHON     # llama-cpp-python's server, with random weights

PYTHON is the interpreter of an environment of its own, into which `pip install 'litellm[proxy]'` or
`pip install 'llama-cpp-python[server]' gguf` went; neither is a requirement of the product. A model
of random weights writes no document: with it only the manners of the server are seen, which are
what can go wrong.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cofounder.settings")
os.environ.setdefault("DEBUG", "on")

import django
from django.conf import settings as django_settings

django.setup()

from artifacts.exceptions import RunnerUnavailable  # noqa: E402
from artifacts.interview.questions import ProjectInput  # noqa: E402
from artifacts.runners.base import RunnerError, WriteRequest  # noqa: E402
from artifacts.runners.llm import RunnerLLM  # noqa: E402
from artifacts.runners.llm.models import get_model  # noqa: E402
from artifacts.runners.llm.settings import load_settings  # noqa: E402
from artifacts.runners.llm.trying import try_model  # noqa: E402
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents, load_content  # noqa: E402
from artifacts.tests.support.llm_answers import Fault  # noqa: E402
from artifacts.tests.support.llm_server import LLMServer  # noqa: E402

PROJECT = ProjectInput.from_brief({"name": "Shelfwise", "idea": "Stock counting for small shops."})
STARTS_WITHIN_SECONDS = 120
HEADERS = {"Content-Type": "application/json"}
CONTEXT = 2_048
"""Tokens; a prompt of ours does not fit."""
RANDOM_TOKENS = 100
"""How long an answer of random weights may be: it never ends by itself."""
FAULTS = (
    Fault.RATE_LIMITED,
    Fault.RATE_LIMITED_LONG,
    Fault.TOO_LONG,
    Fault.LIMIT_REFUSED,
    Fault.NO_STREAM,
    Fault.UNAUTHORIZED,
    Fault.OUT_OF_CREDIT,
    Fault.SERVER_ERROR,
    Fault.OVERLOADED,
    Fault.CUT,
    Fault.NO_FINISH,
    Fault.EMPTY,
    Fault.TRUNCATED,
    Fault.ONLY_THINKING,
    Fault.THINKING_IN_TEXT,
)


def main() -> None:
    which, python = sys.argv[1:]
    {"litellm": _litellm, "llama": _llama}[which](python)


def _litellm(python: str) -> None:
    with LLMServer(retry_after="1") as upstream, tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yaml"
        to_us = {"api_base": upstream.openai_url, "api_key": "sk-upstream"}
        models = [
            {"model_name": "gpt-5-mini", "litellm_params": {"model": "openai/gpt-5-mini", **to_us}},
            {
                "model_name": "claude-haiku-4-5",
                "litellm_params": {"model": "openai/gpt-5-mini", **to_us},
            },
        ]
        key = f"sk-{secrets.token_hex(32)}"
        settings = {"litellm_settings": {"num_retries": 0}, "general_settings": {"master_key": key}}
        config.write_text(json.dumps({"model_list": models, **settings}))
        command = [str(Path(python).with_name("litellm")), "--config", str(config)]
        with _running(command, "/health/liveliness", python, "litellm") as url:
            _use({"OPENAI_BASE_URL": f"{url}/v1", "OPENAI_API_KEY": key})
            _use({"ANTHROPIC_BASE_URL": url, "ANTHROPIC_API_KEY": key})
            for model in (
                "openai-chat:gpt-5-mini",
                "openai:gpt-5-mini",
                "anthropic:claude-haiku-4-5",
            ):
                _try(model)
                _write_all(model)
            for fault in FAULTS:
                upstream.forget()
                upstream.faults_at[ArtifactType.BRIEF] = fault
                _fresh("openai-chat:gpt-5-mini")
                print(
                    f"  upstream plays “{fault.value}”:"
                    f" {_end('openai-chat:gpt-5-mini', ArtifactType.BRIEF, {})}"
                )


def _llama(python: str) -> None:
    django_settings.LLM = {**django_settings.LLM, "max_output_tokens": RANDOM_TOKENS}
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder) / "random.gguf"
        subprocess.run(
            [python, str(Path(__file__).with_name("random_gguf.py")), str(weights)], check=True
        )
        command = [
            python,
            "-m",
            "llama_cpp.server",
            "--model",
            str(weights),
            "--chat_format",
            "chatml",
        ]
        with _running(
            [*command, "--n_ctx", str(CONTEXT)], "/v1/models", python, "llama_cpp_python"
        ) as url:
            _ask_raw(url)
            _use(
                {
                    "OPENAI_BASE_URL": f"{url}/v1",
                    "OLLAMA_BASE_URL": f"{url}/v1",
                    "OPENAI_API_KEY": "x",
                }
            )
            for model in ("openai-chat:random", "ollama:random", "openai:random"):
                _try(model)
                print(f"  {model}, a brief: {_end(model, ArtifactType.BRIEF, {})}", flush=True)


def _ask_raw(url: str) -> None:
    """Print what a server makes of each form of request that servers differ in."""
    schema = {
        "type": "json_schema",
        "json_schema": {"name": "x", "schema": {"type": "object", "properties": {}}},
    }
    for asked in (
        {"max_tokens": 20},
        {"max_completion_tokens": 20},
        {"max_tokens": 20, "response_format": schema},
    ):
        body = json.dumps(
            {
                "model": "random",
                "messages": [{"role": "user", "content": "Say something."}],
                **asked,
            }
        )
        request = urllib.request.Request(f"{url}/v1/chat/completions", body.encode(), HEADERS)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                told = f"{json.load(response)['usage']['completion_tokens']} tokens"
        except urllib.error.HTTPError as error:
            told = f"status {error.code}"
        print(f"  asked with {', '.join(asked)}: {told}", flush=True)


def _try(model: str) -> None:
    _fresh(model)
    try:
        trial = try_model(model)
    except (RunnerUnavailable, RunnerError) as error:
        print(f"  try_model {model}: {error}")
        return
    form = "JSON by a schema" if trial.takes_schema else "plain JSON"
    flow = "streams" if trial.streams else "does not stream"
    print(
        f"  try_model {model}: {form}, {flow}, tokens {trial.usage.tokens_in} in and"
        f" {trial.usage.tokens_out} out"
    )


def _write_all(model: str) -> None:
    earlier: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        ended = _end(model, artifact_type, earlier)
        print(f"  {model}, {artifact_type}: {ended}")
        if artifact_type not in earlier:
            return


def _end(model: str, artifact_type: ArtifactType, earlier: Contents) -> str:
    """Return how a document ends; one that was written joins `earlier`."""
    settings = replace(load_settings(django_settings.LLM), model=model, retries=1, repair_rounds=1)
    order = WriteRequest(schema_models=frozenset({model}))
    began = time.monotonic()
    try:
        written = RunnerLLM(settings).write(PROJECT, artifact_type, earlier, order)
    except RunnerError as error:
        kind = "can be tried again" if error.retryable else "for good"
        return f"failed, {kind}, after {error.usage.requests} requests: {str(error)[:300]}"
    if isinstance(earlier, dict):
        earlier[artifact_type] = load_content(artifact_type, written.content)
    usage = written.usage
    cost = "cost unknown" if usage.cost_usd is None else f"{usage.cost_usd:.6f} USD"
    tokens = f"{usage.tokens_in} in, {usage.tokens_cached} of them kept, {usage.tokens_out} out"
    seconds = time.monotonic() - began
    warning = f"; {usage.warning}" if usage.warning else ""
    return f"written in {usage.requests} requests and {seconds:.1f} s, {tokens}, {cost}{warning}"


def _fresh(model: str) -> None:
    """Forget what was learnt of the server behind `model`."""
    try:
        named = get_model(model)
    except RunnerUnavailable:
        return
    named.streams = named.takes_schema = True
    named.output_limit = None


def _use(environment: Mapping[str, str]) -> None:
    os.environ.update(environment)


@contextmanager
def _running(command: list[str], path: str, python: str, package: str) -> Iterator[str]:
    port = _free_port()
    shown = f"from importlib.metadata import version; print(version({package!r}))"
    version = subprocess.run(
        [python, "-c", shown], check=True, capture_output=True, text=True
    ).stdout.strip()
    print(f"{package} {version}", flush=True)
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen([*command, "--port", str(port)], stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}{path}", server)
            yield url
        finally:
            server.kill()  # one that is busy does not listen to anything milder
            server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    ends_at = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < ends_at and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    sys.exit(f"The server does not answer at {url}.")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


if __name__ == "__main__":
    main()
