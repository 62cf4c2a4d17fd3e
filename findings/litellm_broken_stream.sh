#!/usr/bin/env bash
# litellm 1.108.7, its proxy: a server behind it streams half an answer and ends the stream without a finish reason and
# without [DONE], as one that broke off. The proxy passes the half on and says finish_reason "stop", so that its client
# takes the answer for done. Asked directly, the server says nothing of the kind.
#
# Output seen:
#   directly    text: {"word": "re   finish reasons: [] [DONE]: False
#   by litellm  text: {"word": "re   finish reasons: ['stop'] [DONE]: True
#
# Exits with 0 while litellm behaves so.
set -euo pipefail

folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'litellm[proxy]==1.108.7'

cat > "$folder/upstream.py" <<'PYTHON'
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class HalfAnAnswer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for text in ('{"word": ', '"re'):
            choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
            chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())


ThreadingHTTPServer(("127.0.0.1", 8791), HalfAnAnswer).serve_forever()
PYTHON
cat > "$folder/config.yaml" <<'YAML'
model_list:
  - model_name: m
    litellm_params: {model: openai/m, api_base: "http://127.0.0.1:8791/v1", api_key: sk-upstream}
YAML
cat > "$folder/ask.py" <<'PYTHON'
import json
import sys
import time
import urllib.request


def ask(name, port):
    body = {"model": "m", "stream": True, "messages": [{"role": "user", "content": "Say it."}]}
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {sys.argv[1]}"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/v1/chat/completions", json.dumps(body).encode(), headers)
    text, reasons, done = "", [], False
    for line in urllib.request.urlopen(request, timeout=60):
        data = line.decode().removeprefix("data: ").strip()
        done = done or data == "[DONE]"
        if data.startswith("{"):
            for choice in json.loads(data)["choices"]:
                text += choice["delta"].get("content") or ""
                reasons += [choice["finish_reason"]] if choice.get("finish_reason") else []
    print(f"{name:<11} text: {text}   finish reasons: {reasons} [DONE]: {done}")
    return reasons


for _ in range(120):
    try:
        urllib.request.urlopen("http://127.0.0.1:8792/health/liveliness", timeout=2)
        break
    except OSError:
        time.sleep(1)
directly, by_proxy = ask("directly", 8791), ask("by litellm", 8792)
sys.exit(0 if (directly, by_proxy) == ([], ["stop"]) else 1)
PYTHON

key="sk-$("$folder/venv/bin/python" -c 'import secrets; print(secrets.token_hex(32))')"
"$folder/venv/bin/python" "$folder/upstream.py" 2>/dev/null &
LITELLM_MASTER_KEY=$key "$folder/venv/bin/litellm" --config "$folder/config.yaml" --port 8792 >"$folder/proxy.log" 2>&1 &
"$folder/venv/bin/python" "$folder/ask.py" "$key"
