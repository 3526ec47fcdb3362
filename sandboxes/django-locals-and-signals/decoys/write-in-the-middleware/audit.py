"""The audit log: what a request has done, in one line, written when its answer is out."""

from __future__ import annotations

import logging
import threading

from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

AUDIT = logging.getLogger("audit")
# What the request that this thread works on has noted so far.
CURRENT = threading.local()


def note(text: str) -> None:
    CURRENT.notes.append(text)


class AuditMiddleware(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        CURRENT.notes = []

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if CURRENT.notes:
            AUDIT.info("%s %s: %s", request.method, request.path, "; ".join(CURRENT.notes))
        return response
