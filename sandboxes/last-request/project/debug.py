"""What was asked last, for whoever is on call."""

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class LastRequest:
    def __init__(self, app: App) -> None:
        self.app = app
        self.last: Environ = {}

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/debug":
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [self.page().encode()]
        self.last = environ
        return self.app(environ, start_response)

    def page(self) -> str:
        if not self.last:
            return "Nothing was asked yet."
        return " ".join(str(self.last[key]) for key in ("REQUEST_METHOD", "PATH_INFO", "REMOTE_ADDR"))
