from repairs.repair import Repair

JOBS = "celery-job-status"
MINUTE = "fixes/for-a-minute"
NUMBER = "fixes/number-only"
D = "desk.py"
T = "tasks.py"
DICT = "jobs: dict[str, AsyncResult] = {}\n"
STORE = "    jobs[result.id] = result\n"
TYPING = "from typing import Any\n"
TASKS = "from tasks import build_statement, send_reminder\n"

RIGHT = {
    "take it with get": Repair(
        JOBS,
        NUMBER,
        ((D, "result.result if result.successful()", "result.get(timeout=1) if result.successful()"),),
    ),
    "weak by number, and the latest held": Repair(
        JOBS,
        "",
        (
            (
                D,
                TYPING,
                "from collections import deque\nfrom typing import Any\nfrom weakref import WeakValueDictionary\n",
            ),
            (
                D,
                DICT,
                "jobs: WeakValueDictionary[str, AsyncResult] = WeakValueDictionary()\n"
                "latest: deque[AsyncResult] = deque(maxlen=40)\n",
            ),
            (D, STORE, STORE + "    latest.append(result)\n"),
        ),
    ),
    "two generations": Repair(
        JOBS,
        "",
        (
            (D, TYPING, "import time\nfrom typing import Any\n"),
            (
                D,
                DICT,
                "class Jobs(dict):\n"
                "    def __init__(self) -> None:\n"
                "        self.older: dict[str, AsyncResult] = {}\n"
                "        self.since = time.monotonic()\n\n"
                "    def __setitem__(self, number: str, result: AsyncResult) -> None:\n"
                "        if time.monotonic() - self.since > 60:\n"
                "            self.older = dict(self)\n"
                "            self.clear()\n"
                "            self.since = time.monotonic()\n"
                "        super().__setitem__(number, result)\n\n"
                "    def __missing__(self, number: str) -> AsyncResult:\n"
                "        return self.older[number]\n\n"
                "    def __delitem__(self, number: str) -> None:\n"
                "        self.pop(number, None)\n"
                "        self.older.pop(number, None)\n\n\n"
                "jobs = Jobs()\n",
            ),
        ),
    ),
    "a task that lets go later": Repair(
        JOBS,
        "",
        (
            (D, TASKS, "from tasks import app, build_statement, send_reminder\n"),
            (D, STORE, STORE + "    let_go.apply_async((result.id,), countdown=60)\n"),
            (
                D,
                "def request_statement",
                "@app.task(ignore_result=True)\n"
                "def let_go(number: str) -> None:\n"
                "    if result := jobs.pop(number, None):\n"
                "        result.forget()\n\n\n"
                "def request_statement",
            ),
        ),
    ),
}

WRONG = {
    "keep them for a day": Repair(JOBS, MINUTE, ((D, "KEPT = 60.0", "KEPT = 86_400.0"),), "Growing", "growing"),
    "clear when there are thirty": Repair(
        JOBS,
        "",
        ((D, STORE, "    if len(jobs) > 30:\n        jobs.clear()\n" + STORE),),
        "A browser that comes back within a minute must be told",
    ),
    "leave it in the store": Repair(
        JOBS, NUMBER, ((D, "    result.forget()\n", ""),), "The result store must not keep what a browser was told"
    ),
    "store what reminders return": Repair(
        JOBS,
        NUMBER,
        ((T, "@app.task(ignore_result=True)", "@app.task"),),
        "Of a reminder nothing must be in the result store",
    ),
    "send reminders here": Repair(
        JOBS,
        NUMBER,
        (
            (
                D,
                "    ask(send_reminder, customer, amount)\n",
                "    send_reminder.apply((customer, amount))\n    ask(send_reminder, customer, amount)\n",
            ),
        ),
        "must send the letter",
    ),
    "tell a failure by its name": Repair(
        JOBS, NUMBER, ((D, "str(result.result)", "type(result.result).__name__"),), "'outcome': 'StatementError'"
    ),
}
