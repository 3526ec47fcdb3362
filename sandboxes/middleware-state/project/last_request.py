"""Shows whoever is on call what was asked last, also when it was answered with an error.

`/debug/last` is reachable from the internal network only.
"""

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]


class LastRequest:
    def __init__(self, app: App, most_bytes: int) -> None:
        self.app = app
        self.most_bytes = most_bytes
        self.last_request: Environ | None = None

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/debug/last":
                return page(start_response, "200 OK", "application/json", described(self.last_request))
            case "/debug/last/body":
                return page(start_response, "200 OK", "application/octet-stream", body_of(self.last_request))
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > self.most_bytes:
            return page(start_response, "413 Content Too Large", "application/json", TOO_LARGE)
        # What is sent can be read once, and the service reads it too: it gets a copy, which can be looked at later.
        environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(length))
        self.last_request = environ
        return self.app(environ, start_response)


TOO_LARGE = b'{"error": "This photo is too large."}'


def page(start_response: StartResponse, status: str, kind: str, body: bytes) -> list[bytes]:
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]


def described(environ: Environ | None) -> bytes:
    if environ is None:
        return b"null"
    shown = {
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"],
        "client": environ["REMOTE_ADDR"],
        "headers": {name: value for name, value in environ.items() if name.startswith("HTTP_")},
        "bytes": len(body_of(environ)),
    }
    return json.dumps(shown).encode()


def body_of(environ: Environ | None) -> bytes:
    return environ["wsgi.input"].getvalue() if environ is not None else b""
