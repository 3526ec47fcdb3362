"""Requests to Django with threads and with asyncio, in a process of their own; prints what came of them as JSON."""

import asyncio
import json
import logging
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def threads() -> list[str]:
    """One thread begins to send the list for the door; another answers a whole request; the first goes on."""
    import wsgi
    from django.test import RequestFactory

    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    audit = logging.getLogger("audit")
    audit.addHandler(handler)
    audit.setLevel(logging.INFO)
    factory = RequestFactory()

    def begin(environ: dict[str, Any]) -> Any:
        return wsgi.application(environ, lambda status, headers: None)

    def end(answer: Any) -> None:
        b"".join(answer)
        answer.close()

    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        slow = first.submit(begin, factory.get("/shows/1/door").environ).result()
        quick = second.submit(begin, factory.post("/shows/2/give-back", {"seat": 3}).environ).result()
        second.submit(end, quick).result()
        first.submit(end, slow).result()
    return lines


def test_client() -> int:
    """Finalizers that one request of Django's test client leaves."""
    import wsgi  # noqa: F401
    from django.test import Client

    client = Client()
    client.get("/shows/1")
    before = len(weakref.finalize._registry)  # type: ignore[attr-defined]
    client.get("/shows/1")
    return len(weakref.finalize._registry) - before  # type: ignore[attr-defined]


def asgi() -> dict[str, list[str | None]]:
    """Two requests that overlap in one event loop: what a view, a receiver and the answer find in the locals."""
    from asgiref.local import Local
    from django.conf import settings
    from django.core.signals import request_finished
    from django.http import JsonResponse
    from django.urls import path

    settings.configure(USE_I18N=False, ROOT_URLCONF=__name__, MIDDLEWARE=[f"{__name__}.middleware"])
    import django

    django.setup()
    from django.core.handlers.asgi import ASGIHandler

    local, of_thread = Local(), threading.local()
    seen: dict[str, list[str | None]] = {"local": [], "thread": [], "finished": [], "closed": []}

    def middleware(get_response: Any) -> Any:
        async def entered(request: Any) -> Any:
            local.path = of_thread.path = request.path
            response = await get_response(request)
            close, mine = response.close, local.path

            def close_and_tell() -> None:
                close()
                seen["closed"].append(mine)

            response.close = close_and_tell
            return response

        return entered

    middleware.async_capable, middleware.sync_capable = True, False  # type: ignore[attr-defined]

    async def view(request: Any, tenths: int) -> Any:
        await asyncio.sleep(tenths / 10)
        seen["local"].append(local.path)
        seen["thread"].append(of_thread.path)
        return JsonResponse({})

    def finished(**kwargs: object) -> None:
        seen["finished"].append(getattr(local, "path", None))

    request_finished.connect(finished)
    globals().update(middleware=middleware, urlpatterns=[path("<int:tenths>", view)])
    application = ASGIHandler()

    async def ask(path: str) -> None:
        messages = [{"type": "http.request", "body": b""}]

        async def receive() -> Any:
            if messages:
                return messages.pop()
            return await asyncio.Event().wait()

        async def send(message: object) -> None:
            pass

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
        await application(scope, receive, send)

    async def both() -> None:
        await asyncio.gather(ask("/2"), ask("/1"))

    asyncio.run(both())
    return seen


print(json.dumps({"threads": threads, "test_client": test_client, "asgi": asgi}[sys.argv[1]]()))
