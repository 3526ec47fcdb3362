from repairs.repair import Repair

IMPORTS = "invoice-imports"
TEXT = "fixes/text-at-once"
SUMMARY = "fixes/traceback-exception"
TWENTY = "decoys/latest-twenty"
R = "overview.py"
T = "tasks.py"
APPEND = "    FAILURES.append(failure)\n"
TOLD = "        overview.note(exc)\n"
RAISED = '        raise ImportFailed(f"{number} of {supplier}") from error\n'

RIGHT = {
    "take off every traceback of the chain": Repair(
        IMPORTS,
        TWENTY,
        (
            (
                R,
                "    FAILURES.appendleft(failure)\n",
                "    *_, (innermost, _) = walk_tb(failure.__cause__.__traceback__)\n"
                "    FAILURES.appendleft((failure, innermost.f_code.co_name))\n",
            ),
            (
                R,
                "FAILURES: deque[Exception] = deque(maxlen=20)\n",
                "FAILURES: deque[tuple[Exception, str]] = deque(maxlen=20)\n",
            ),
            (R, "describe(failure) for failure in", "describe(*failure) for failure in"),
            (R, "def describe(failure: Exception)", "def describe(failure: Exception, place: str)"),
            (R, "    *_, (innermost, _) = walk_tb(cause.__traceback__)\n    return", "    return"),
            (R, "innermost.f_code.co_name}", "place}"),
            (
                R,
                "    KINDS[type(failure.__cause__).__name__] += 1\n",
                "    KINDS[type(failure.__cause__).__name__] += 1\n"
                "    error = failure\n"
                "    while error:\n"
                "        error.__traceback__ = None\n"
                "        error = error.__cause__\n",
            ),
        ),
    ),
    "Celery's own text of it": Repair(
        IMPORTS,
        TEXT,
        (
            (T, TOLD, "        overview.note(str(exc), einfo.traceback)\n"),
            (R, "from traceback import format_exception_only, walk_tb\n", ""),
            (R, "def note(failure: Exception)", "def note(failure: str, text: str)"),
            (
                R,
                "    LATEST.appendleft(describe(failure))\n    KINDS[type(failure.__cause__).__name__] += 1\n",
                '    *frames, wrong = text.partition("\\n\\nThe above")[0].splitlines()\n'
                '    place = [line for line in frames if line.startswith("  File ")][-1].rpartition(", in ")[2]\n'
                '    LATEST.appendleft(f"{failure}: {wrong}, in {place}")\n'
                '    KINDS[wrong.partition(":")[0].rpartition(".")[2]] += 1\n',
            ),
        ),
    ),
    "told by the signal": Repair(
        IMPORTS,
        TEXT,
        (
            (
                T,
                "class ImportTask(Task):\n"
                "    def on_failure(\n"
                "        self, exc: Exception, task_id: str, args: tuple[Any, ...], kwargs: dict[str, Any], "
                "einfo: Any\n"
                "    ) -> None:\n" + TOLD,
                "@task_failure.connect\n"
                "def on_failure(exception: Exception, **_: Any) -> None:\n"
                "    overview.note(exception)\n",
            ),
            (
                T,
                "from celery import Celery, Task\n",
                "from celery import Celery\nfrom celery.signals import task_failure\n",
            ),
            (T, "@app.task(base=ImportTask, ", "@app.task("),
        ),
    ),
    "the task tells, and lets go of the cause": Repair(
        IMPORTS,
        TEXT,
        (
            (T, TOLD, "        pass\n"),
            (
                T,
                RAISED,
                '        failure = ImportFailed(f"{number} of {supplier}")\n'
                "        failure.__cause__ = error\n"
                "        overview.note(failure)\n"
                "        raise failure from None\n",
            ),
        ),
    ),
}

WRONG = {
    "clear the frames once more": Repair(
        IMPORTS,
        "",
        (
            (R, "import format_exception_only", "import clear_frames, format_exception_only"),
            (R, APPEND, "    clear_frames(failure.__traceback__)\n" + APPEND),
        ),
        "Growing",
        "growing",
    ),
    "write the locals down too": Repair(
        IMPORTS,
        SUMMARY,
        ((R, "from_exception(failure)", "from_exception(failure, capture_locals=True)"),),
        "too large",
        "over-budget",
    ),
    "from None, and tell the context": Repair(
        IMPORTS,
        "",
        (
            (T, " from error\n", " from None\n"),
            (R, "type(failure.__cause__)", "type(failure.__context__)"),
            (R, "cause = failure.__cause__", "cause = failure.__context__"),
        ),
        "Growing",
        "growing",
    ),
    "hold them weakly": Repair(
        IMPORTS,
        "",
        (
            (R, "from typing import Any\n", "from typing import Any\nfrom weakref import ref\n"),
            (R, "FAILURES: list[Exception] = []", "FAILURES: list[ref] = []"),
            (R, APPEND, "    FAILURES.append(ref(failure))\n"),
            (
                R,
                "[describe(failure) for failure in FAILURES[:-21:-1]]",
                "[describe(failure) for held in FAILURES[:-21:-1] if (failure := held())]",
            ),
        ),
        "The page must show the latest",
    ),
    "tell of nineteen": Repair(
        IMPORTS, TEXT, ((R, "maxlen=20", "maxlen=19"),), "The page must show the latest 20 failures, and shows 19"
    ),
    "let the task end well": Repair(
        IMPORTS,
        TEXT,
        (
            (
                T,
                RAISED,
                '        failure = ImportFailed(f"{number} of {supplier}")\n'
                "        failure.__cause__ = error\n"
                "        overview.note(failure)\n"
                '        return "skipped"\n',
            ),
        ),
        "must end with ImportFailed, and succeeded",
    ),
}
