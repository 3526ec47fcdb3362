"""The audit log: what a request has done, in one line, written when its answer is out."""

from __future__ import annotations

import logging
import threading

from django.core.signals import request_finished
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

AUDIT = logging.getLogger("audit")
# The request that this thread works on, and what it has noted so far.
CURRENT = threading.local()


def note(text: str) -> None:
    CURRENT.notes.append(text)


class AuditMiddleware(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        CURRENT.request, CURRENT.notes = request, []


@receiver(request_finished)
def write(**kwargs: object) -> None:
    if CURRENT.notes:
        AUDIT.info("%s %s: %s", CURRENT.request.method, CURRENT.request.path, "; ".join(CURRENT.notes))
        CURRENT.notes.clear()
