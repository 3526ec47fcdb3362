from repairs.repair import Repair

DESK = "support-desk"
REQUEST = "fixes/lines-of-a-request"
L, A = "desklog.py", "app.py"
RECENT = "RECENT = MemoryHandler(capacity=40)\n"
ADD = "log.addHandler(RECENT)\n"
NUMBER = "    g.number = next(NUMBERS)\n"
READ = """    number = g.number
    return [LINE.format(record) for record in RECENT.buffer if record.request == number]
"""
TEARDOWN = "\n\n@app.teardown_request\ndef end(error: BaseException | None) -> None:\n"
BOUND_LOGGER = """
class Proxy:
    def __getattr__(self, name):
        return getattr(g.log, name)


log = Proxy()


def begin(number: int) -> None:
    g.recent = MemoryHandler(capacity=40)
    g.log = logging.Logger(f"desk.{number}", logging.DEBUG)
    g.log.addHandler(CONSOLE)
    g.log.addHandler(g.recent)


def trail() -> list[str]:
    return [LINE.format(record) for record in g.recent.buffer]
"""

RIGHT = {
    "the same handler, with a deque for its buffer": Repair(
        DESK,
        "",
        (
            (L, "import logging\n", "import logging\nfrom collections import deque\n"),
            (L, RECENT, RECENT + "RECENT.buffer = deque(maxlen=64)\n"),
        ),
    ),
    "a target that takes everything, and a flush when the request is over": Repair(
        DESK,
        "",
        (
            (
                L,
                RECENT,
                "RECENT = MemoryHandler(capacity=1_000, flushLevel=logging.FATAL + 1, target=logging.NullHandler())\n",
            ),
            (A, NUMBER, NUMBER + TEARDOWN + "    desklog.RECENT.flush()\n"),
        ),
    ),
    "a logger for each request that is in no dict": Repair(
        DESK,
        "",
        (
            (L, RECENT + "RECENT.addFilter(note_request)\n", ""),
            (
                L,
                'log = logging.getLogger("desk")\nlog.setLevel(logging.DEBUG)\nlog.propagate = False\n'
                "log.addHandler(CONSOLE)\n"
                + ADD
                + '\n\ndef trail() -> list[str]:\n    """What the request under way has logged."""\n'
                + READ,
                BOUND_LOGGER,
            ),
            (A, NUMBER, "    desklog.begin(next(NUMBERS))\n"),
        ),
    ),
    "a handler for each request that is taken off in the teardown": Repair(
        DESK,
        "",
        (
            (L, RECENT + "RECENT.addFilter(note_request)\n", ""),
            (L, ADD, ""),
            (L, READ, "    return [LINE.format(record) for record in g.recent.buffer]\n"),
            (
                A,
                NUMBER,
                "    g.recent = desklog.MemoryHandler(capacity=40)\n    desklog.log.addHandler(g.recent)\n"
                + TEARDOWN
                + "    desklog.log.removeHandler(g.recent)\n",
            ),
        ),
    ),
}

WRONG = {
    "twenty lines": Repair(
        DESK,
        "fixes/drop-the-oldest",
        ((L, "Recent(capacity=40)", "Recent(capacity=20)"),),
        "must have as line 1",
    ),
    "the lines of the request before are left in the buffer": Repair(
        DESK,
        "",
        (
            (L, "import logging\n", "import logging\nfrom collections import deque\n"),
            (L, RECENT, RECENT + "RECENT.buffer = deque(maxlen=40)\n"),
            (L, READ, "    return [LINE.format(record) for record in RECENT.buffer]\n"),
        ),
        "must have",
    ),
    "the console added once more for each request": Repair(
        DESK,
        REQUEST,
        (
            (
                A,
                "    g.trail = []\n",
                "    g.trail = []\n"
                "    desklog.log.addHandler(desklog.logging.StreamHandler(desklog.wsgi_errors_stream))\n",
            ),
        ),
        "the console must have",
    ),
    "nothing below a warning is logged": Repair(
        DESK,
        "fixes/drop-the-oldest",
        ((L, "log.setLevel(logging.DEBUG)", "log.setLevel(logging.WARNING)"),),
        "must have",
    ),
    "a target that takes everything": Repair(
        DESK,
        "",
        ((L, RECENT, "RECENT = MemoryHandler(capacity=40, target=logging.NullHandler())\n"),),
        "must have",
    ),
    "flushed by hand when the request is over": Repair(
        DESK,
        "",
        ((A, NUMBER, NUMBER + TEARDOWN + "    desklog.RECENT.flush()\n"),),
        "per request",
        kind="growing",
    ),
    "another MemoryHandler as the target": Repair(
        DESK,
        REQUEST,
        (
            (L, "import logging\n", "import logging\nfrom logging.handlers import MemoryHandler\n"),
            (
                L,
                "log.addHandler(TRAIL)\n",
                "log.addHandler(TRAIL)\nlog.addHandler(MemoryHandler(40, target=MemoryHandler(1_000)))\n",
            ),
        ),
        "per request",
        kind="growing",
    ),
}
