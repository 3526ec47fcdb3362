"""The figures that the lesson quotes, taken with the learner's own tools in the living program."""

import gc
import os
import time
import tracemalloc
import weakref
from collections import Counter

import portal
import requests
import workload
from requests.cookies import RequestsCookieJar

from leaklab.live import load

REPORTS = 160
FRAMES = 12


def figures() -> dict[str, float | int | str]:
    jar = portal.SESSION.cookies
    return {
        "reports": REPORTS,
        **lines(),
        **types(),
        "inJar": len(jar),
        "ofNorth": sum("north" in cookie.domain for cookie in jar),
        "ofBay": sum("bay" in cookie.domain for cookie in jar),
        "names": len({cookie.name for cookie in jar}),
        "sent": sent(),
        "copied": copied(),
        "adapters": len(portal.SESSION.adapters),
        "hooks": len(portal.SESSION.hooks["response"]),
        **expired(),
        **by_name(),
        "sessionsAlive": sessions_alive(),
        **pools(),
    }


def types() -> dict[str, float]:
    def count() -> Counter[str]:
        gc.collect()
        return Counter(type(thing).__name__ for thing in gc.get_objects())

    before = count()
    load(REPORTS)
    more = count() - before
    return {
        "cookiesPerReport": round(more["Cookie"] / REPORTS, 2),
        "responsesPerReport": round(more["Response"] / REPORTS, 2),
        "sessionsPerReport": round(more["Session"] / REPORTS, 2),
    }


def lines() -> dict[str, float | str | int]:
    tracemalloc.start(FRAMES)
    load(40)
    gc.collect()
    before = tracemalloc.take_snapshot()
    load(80)
    gc.collect()
    after = tracemalloc.take_snapshot()
    tracemalloc.stop()
    top = after.compare_to(before, "lineno")[0]
    changes = after.compare_to(before, "lineno", cumulative=True)
    own = next(one for one in changes if os.path.basename(one.traceback[0].filename) == "portal.py")
    biggest = after.compare_to(before, "traceback")[0]
    inwards = [os.path.basename(frame.filename) for frame in reversed(biggest.traceback)]
    ours = [tracemalloc.Filter(True, portal.__file__)]
    innermost = sum(one.size for one in after.filter_traces(ours).statistics("lineno"))
    return {
        "topFile": os.path.basename(top.traceback[0].filename),
        "ownLine": tracemalloc.Traceback(((own.traceback[0].filename, own.traceback[0].lineno),)).format()[-1].strip(),
        "ownInnermost": innermost,
        "framesToProgram": inwards.index("portal.py") + 1,
    }


def sent() -> int:
    """How many cookies the bay is sent with a request for a new page."""
    request = requests.Request("GET", portal.PORTALS["bay"] + "/samples/999999/findings")
    header = portal.SESSION.prepare_request(request).headers.get("Cookie", "")
    return len(str(header).split("; "))


def copied() -> int:
    """How many cookies `requests` copies to prepare one request."""
    copies = 0
    update = RequestsCookieJar.update

    def counted(jar: RequestsCookieJar, other: object) -> None:
        nonlocal copies
        copies += len(other)  # type: ignore[arg-type]
        update(jar, other)  # type: ignore[arg-type]

    RequestsCookieJar.update = counted  # type: ignore[assignment, method-assign]
    portal.SESSION.prepare_request(requests.Request("GET", portal.PORTALS["bay"] + "/samples/999999/findings"))
    RequestsCookieJar.update = update  # type: ignore[method-assign]
    return copies


def expired() -> dict[str, int]:
    """A session in which each cookie is good for ten minutes, an hour later."""
    session = requests.Session()
    bay = workload.LABS["bay"]
    attributes, seat = bay.attributes, bay.seat
    bay.attributes = "; Max-Age=600"
    bay.seat = "bay-probe"
    session.headers["Cookie"] = "seat=bay-probe"
    for sample in range(2, 42):
        session.get(portal.PORTALS["bay"] + f"/samples/{workload.FIRST + sample}/findings")
        bay.seat = "bay-probe"
    bay.attributes, bay.seat = attributes, seat
    del session.headers["Cookie"]
    asked = len(session.cookies)
    time.sleep(3_600)
    page = portal.PORTALS["bay"] + f"/samples/{workload.FIRST + 3}/findings"
    header = session.prepare_request(requests.Request("GET", page)).headers.get("Cookie")
    after = len(session.cookies)
    session.cookies.clear_expired_cookies()
    return {
        "expiring": asked,
        "expiredInJar": after,
        "expiredSent": 0 if header is None else len(str(header).split("; ")),
        "clearedInJar": len(session.cookies),
        "clearedPaths": sum(len(paths) for paths in session.cookies._cookies.values()),
    }


def by_name() -> dict[str, int]:
    """A jar from which every cookie was deleted, by its domain, its path and its name."""
    jar = RequestsCookieJar()
    for number in range(100):
        jar.set("view", "", domain="portal.bay-lab.example", path=f"/samples/{number}")
    for cookie in list(jar):
        jar.clear(cookie.domain, cookie.path, cookie.name)
    return {"deletedInJar": len(jar), "deletedPaths": sum(len(paths) for paths in jar._cookies.values())}


def sessions_alive() -> int:
    """Of a hundred sessions that nobody closed and nobody keeps, how many are there, with the collector off?"""
    gc.collect()
    gc.disable()
    alive = []
    for number in range(100):
        session = requests.Session()
        session.get(portal.PORTALS["north"] + f"/samples/{number}/findings")
        alive.append(weakref.ref(session))
    del session
    count = sum(one() is not None for one in alive)
    gc.enable()
    return count


def pools() -> dict[str, int]:
    """How many pools of connections a session keeps when it talks to fifty hosts."""
    manager = requests.Session().get_adapter("https://").poolmanager  # type: ignore[attr-defined]
    for number in range(50):
        manager.connection_from_url(f"https://host-{number}.example")
    pool = manager.connection_from_url("https://host-1.example")
    return {"hosts": 50, "pools": len(manager.pools), "connections": pool.pool.maxsize}
