from repairs.repair import Repair

ROUTER = "fastapi-tracemalloc-router"
LAST_FIVE, SUMS = "fixes/base-and-the-last-five", "fixes/sums-by-line"
M = "memory.py"
LIST = "SNAPSHOTS: list[tracemalloc.Snapshot] = []\n"
TAKE = '    SNAPSHOTS.append(tracemalloc.take_snapshot().filter_traces(OURS))\n    return {"number": len(SNAPSHOTS)}\n'
THERE = "    if not 1 <= since <= len(SNAPSHOTS):\n"
COMPARED = '    changes = SNAPSHOTS[-1].compare_to(SNAPSHOTS[since - 1], "lineno")\n'
MOST = "most: Annotated[int, Query(ge=1, le=50)] = 10"
ROUTE = 'router = APIRouter(prefix="/memory", dependencies=[Depends(guard)])\n'

RIGHT = {
    "the base line has a name, and the others are in a deque": Repair(
        ROUTER,
        "",
        (
            (M, "import tracemalloc\n", "import tracemalloc\nfrom collections import deque\n"),
            (M, LIST, "BASE: list[tracemalloc.Snapshot] = []\nLATEST: deque = deque(maxlen=5)\nTAKEN = [0]\n"),
            (
                M,
                TAKE,
                "    LATEST.append(tracemalloc.take_snapshot().filter_traces(OURS))\n"
                "    BASE[1:] = []\n"
                "    BASE.append(LATEST[-1])\n"
                "    del BASE[1:]\n"
                "    TAKEN[0] += 1\n"
                '    return {"number": TAKEN[0]}\n',
            ),
            (
                M,
                THERE,
                "    kept = dict(zip(range(TAKEN[0], 0, -1), reversed(LATEST)))\n"
                "    if BASE:\n"
                "        kept[1] = BASE[0]\n"
                "    if since not in kept:\n",
            ),
            (M, COMPARED, '    changes = LATEST[-1].compare_to(kept[since], "lineno")\n'),
        ),
    ),
    "five places that are used in turn, and one for the base line": Repair(
        ROUTER,
        "",
        (
            (M, LIST, "PLACES: list = [None] * 6\nTAKEN = [0]\n"),
            (
                M,
                TAKE,
                "    TAKEN[0] += 1\n"
                "    place = 0 if TAKEN[0] == 1 else 1 + TAKEN[0] % 5\n"
                "    PLACES[place] = tracemalloc.take_snapshot().filter_traces(OURS)\n"
                '    return {"number": TAKEN[0], "kept": 6}\n',
            ),
            (M, THERE, "    if not (1 <= since <= TAKEN[0] and (since == 1 or since > TAKEN[0] - 5)):\n"),
            (
                M,
                COMPARED,
                "    now, then = (PLACES[0 if at == 1 else 1 + at % 5] for at in (TAKEN[0], since))\n"
                '    changes = now.compare_to(then, "lineno")\n',
            ),
        ),
    ),
    "whole snapshots are kept, and filtered when somebody asks": Repair(
        ROUTER,
        LAST_FIVE,
        (
            (
                M,
                "    SNAPSHOTS[number] = tracemalloc.take_snapshot().filter_traces(OURS)\n",
                "    SNAPSHOTS[number] = tracemalloc.take_snapshot()\n",
            ),
            (
                M,
                '    changes = SNAPSHOTS[max(SNAPSHOTS)].compare_to(SNAPSHOTS[since], "lineno")\n',
                "    now, then = (SNAPSHOTS[at].filter_traces(OURS) for at in (max(SNAPSHOTS), since))\n"
                '    changes = now.compare_to(then, "lineno")\n',
            ),
        ),
    ),
    "snapshots are pickled and compressed": Repair(
        ROUTER,
        LAST_FIVE,
        (
            (M, "import secrets\n", "import pickle\nimport secrets\nimport zlib\n"),
            (
                M,
                "    SNAPSHOTS[number] = tracemalloc.take_snapshot().filter_traces(OURS)\n",
                "    taken = tracemalloc.take_snapshot().filter_traces(OURS)\n"
                "    SNAPSHOTS[number] = zlib.compress(pickle.dumps(taken))\n",
            ),
            (
                M,
                '    changes = SNAPSHOTS[max(SNAPSHOTS)].compare_to(SNAPSHOTS[since], "lineno")\n',
                "    now, then = (pickle.loads(zlib.decompress(SNAPSHOTS[at])) for at in (max(SNAPSHOTS), since))\n"
                '    changes = now.compare_to(then, "lineno")\n',
            ),
        ),
    ),
    "sums are kept as JSON, each with the name of its file alone": Repair(
        ROUTER,
        SUMS,
        (
            (M, "import secrets\n", "import json\nimport secrets\n"),
            (M, "SUMS: dict[int, dict[str, tuple[int, int]]] = {}\n", "SUMS: dict[int, str] = {}\n"),
            (
                M,
                "    SUMS[number] = {str(line.traceback[0]): (line.size, line.count) "
                'for line in snapshot.statistics("lineno")}\n',
                "    found = {}\n"
                '    for line in snapshot.statistics("lineno"):\n'
                '        name = f"{Path(line.traceback[0].filename).name}:{line.traceback[0].lineno}"\n'
                "        found[name] = line.size, line.count\n"
                "    SUMS[number] = json.dumps(found)\n",
            ),
            (M, "SUMS[max(SUMS)], SUMS[since], (0, 0)", "*map(json.loads, (SUMS[max(SUMS)], SUMS[since])), (0, 0)"),
        ),
    ),
    "a file for the base line and for each of the last five": Repair(
        ROUTER,
        "decoys/put-on-disk",
        (
            (
                M,
                '    return {"number": LATEST[0]}\n',
                "    if LATEST[0] > 6:\n"
                '        (FOLDER / f"{LATEST[0] - 5}.trace").unlink()\n'
                '    return {"number": LATEST[0]}\n',
            ),
            (
                M,
                "    if not 1 <= since <= LATEST[0]:\n",
                '    if not (FOLDER / f"{since}.trace").exists():\n',
            ),
        ),
    ),
}

WRONG = {
    "tracing is stopped when it was looked at": Repair(
        ROUTER,
        LAST_FIVE,
        ((M, '    return {"number": number}\n', '    tracemalloc.stop()\n    return {"number": number}\n'),),
        "so many more than 1",
    ),
    "the bounds are the wrong way round": Repair(
        ROUTER,
        LAST_FIVE,
        (
            (M, MOST, "most: int = 10"),
            (M, "    if since not in", "    if 0 < most < 50:\n        raise HTTPException(422)\n    if since not in"),
        ),
        "must be answered with 200",
    ),
    "what there is, and not what there is more": Repair(
        ROUTER,
        LAST_FIVE,
        ((M, '.compare_to(SNAPSHOTS[since], "lineno")', '.compare_to(tracemalloc.Snapshot([], 1), "lineno")'),),
        "so many more has",
    ),
    "the largest growth first, and the largest loss last": Repair(
        ROUTER, SUMS, ((M, "abs(change[1])", "change[1]"),), "must have towns.py"
    ),
    "the number is how many are kept": Repair(
        ROUTER,
        LAST_FIVE,
        ((M, '    return {"number": number}\n', '    return {"number": len(SNAPSHOTS)}\n'),),
        'must be answered with 201 and {"number": 7}',
    ),
    "the six that were used last, among them always the base line": Repair(
        ROUTER,
        LAST_FIVE,
        (
            (
                M,
                "    if number - KEPT > 1:\n        del SNAPSHOTS[number - KEPT]\n",
                "    SNAPSHOTS[1] = SNAPSHOTS.pop(1)\n"
                "    if len(SNAPSHOTS) > 1 + KEPT:\n"
                "        del SNAPSHOTS[next(iter(SNAPSHOTS))]\n",
            ),
            (M, "    changes =", "    SNAPSHOTS[since] = SNAPSHOTS.pop(since)\n    changes ="),
        ),
        "must be answered with 200",
    ),
    "one route without a guard": Repair(
        ROUTER,
        LAST_FIVE,
        (
            (M, ROUTE, 'router = APIRouter(prefix="/memory")\n'),
            (M, '@router.get("/growth")', '@router.get("/growth", dependencies=[Depends(guard)])'),
        ),
        "must be answered with 404",
    ),
    "a list that is cut where it is shown": Repair(
        ROUTER,
        "",
        ((M, "SNAPSHOTS[since - 1], ", "SNAPSHOTS[-5:][0] if since > 1 else SNAPSHOTS[0], "),),
        "so many more has",
    ),
}
