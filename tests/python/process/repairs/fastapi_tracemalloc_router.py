from repairs.repair import Repair

ROUTER = "fastapi-tracemalloc-router"
LAST_FIVE, SUMS = "fixes/base-and-the-last-five", "fixes/sums-by-line"
M = "memory.py"
LIST = "SNAPSHOTS: list[tracemalloc.Snapshot] = []\n"
TRACE = "    if not tracemalloc.is_tracing():\n        tracemalloc.start()\n"
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
    "tracing begins with the service": Repair(
        ROUTER, LAST_FIVE, ((M, TRACE, ""), (M, "NUMBERS =", "tracemalloc.start(5)\nNUMBERS ="))
    ),
    "those between are let go of, and their place stays for the numbers": Repair(
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
        "snapshot 3 has so many more than 1",
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
