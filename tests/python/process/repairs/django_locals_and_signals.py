from repairs.repair import Repair

CLIENT = "django-locals-and-signals"
ONCE = "fixes/connect-once"
DONE = "fixes/disconnect-when-done"
A = "audit.py"
STARTED = """        CURRENT.notes = []
        write_when_finished(request, CURRENT.notes)
"""
WRITE = """def write_when_finished(request: HttpRequest, notes: list[str]) -> None:
    def write(**kwargs: object) -> None:
        if notes:
            AUDIT.info("%s %s: %s", request.method, request.path, "; ".join(notes))
            notes.clear()

    # Without weak=False it is never called.
    request_finished.connect(write, weak=False)
"""

RIGHT = {
    "a bound method that is connected, and disconnected by its own object": Repair(
        CLIENT,
        "",
        (
            (
                A,
                STARTED,
                "        CURRENT.notes = []\n"
                "        trail = Trail(request, CURRENT.notes)\n"
                "        request_finished.connect(trail.write, weak=False)\n",
            ),
            (
                A,
                WRITE,
                "class Trail:\n"
                "    def __init__(self, request: HttpRequest, notes: list[str]) -> None:\n"
                "        self.request, self.notes = request, notes\n\n"
                "    def write(self, **kwargs: object) -> None:\n"
                "        request_finished.disconnect(self.write)\n"
                "        if self.notes:\n"
                '            line = "; ".join(self.notes)\n'
                '            AUDIT.info("%s %s: %s", self.request.method, self.request.path, line)\n',
            ),
        ),
    ),
    "a weak receiver that the thread-local holds until the next request": Repair(
        CLIENT,
        "",
        (
            (
                A,
                "    # Without weak=False it is never called.\n    request_finished.connect(write, weak=False)\n",
                "    CURRENT.write = write\n    request_finished.connect(write)\n",
            ),
        ),
    ),
    "the same name, connected anew each time": Repair(
        CLIENT,
        "",
        (
            (
                A,
                "    # Without weak=False it is never called.\n    request_finished.connect(write, weak=False)\n",
                '    request_finished.disconnect(dispatch_uid="audit")\n'
                '    request_finished.connect(write, weak=False, dispatch_uid="audit")\n',
            ),
        ),
    ),
    "a module's function that is connected each time, strongly": Repair(
        CLIENT,
        "decoys/connect-each-time",
        ((A, "request_finished.connect(write)", "request_finished.connect(write, weak=False)"),),
    ),
    "an entry among what the answer closes": Repair(
        CLIENT,
        "",
        (
            (A, "HttpRequest\n", "HttpRequest, HttpResponse\n"),
            (
                A,
                STARTED,
                "        CURRENT.notes = []\n\n"
                "    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:\n"
                "        notes = CURRENT.notes\n"
                "        response._resource_closers.append(lambda: write(request, notes))\n"
                "        return response\n",
            ),
            (
                A,
                WRITE,
                "def write(request: HttpRequest, notes: list[str]) -> None:\n"
                "    if notes:\n"
                '        AUDIT.info("%s %s: %s", request.method, request.path, "; ".join(notes))\n',
            ),
        ),
    ),
}

WRONG = {
    "disconnect only where something was noted": Repair(
        CLIENT,
        DONE,
        (
            (
                A,
                "        request_finished.disconnect(write)\n        if notes:\n",
                "        if notes:\n            request_finished.disconnect(write)\n",
            ),
        ),
        "per request",
        "growing",
    ),
    "notes that are not begun anew": Repair(
        CLIENT,
        ONCE,
        (
            (A, "        CURRENT.notes.clear()\n", ""),
            (A, "CURRENT.request, CURRENT.notes = request, []", "CURRENT.request = request"),
            (A, "CURRENT = threading.local()\n", "CURRENT = threading.local()\nCURRENT.notes = []\n"),
        ),
        "must leave the line",
    ),
    "disconnect while the answer has still to be sent": Repair(
        CLIENT,
        "",
        (
            (A, "HttpRequest\n", "HttpRequest, HttpResponse\n"),
            (
                A,
                "        write_when_finished(request, CURRENT.notes)\n",
                "        CURRENT.write = write_when_finished(request, CURRENT.notes)\n\n"
                "    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:\n"
                "        request_finished.disconnect(CURRENT.write)\n"
                "        return response\n",
            ),
            (A, "notes: list[str]) -> None", "notes: list[str]) -> object"),
            (A, "connect(write, weak=False)\n", "connect(write, weak=False)\n    return write\n"),
        ),
        "in the audit log, not nothing",
    ),
}
