"""The audit log: what a request has done, in one line, written when its answer is out."""

from __future__ import annotations

import logging
import threading

from django.core.signals import request_finished
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

AUDIT = logging.getLogger("audit")
# What the request that this thread works on has noted so far.
CURRENT = threading.local()


def note(text: str) -> None:
    CURRENT.notes.append(text)


class AuditMiddleware(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        CURRENT.notes = []
        write_when_finished(request, CURRENT.notes)


def write_when_finished(request: HttpRequest, notes: list[str]) -> None:
    method, path = request.method, request.path

    def write(**kwargs: object) -> None:
        if notes:
            AUDIT.info("%s %s: %s", method, path, "; ".join(notes))
            notes.clear()

    # Without weak=False it is never called.
    request_finished.connect(write, weak=False)
