"""What expires by the clock on the wall, whoever is asked for it."""

from program import bounded, leak

_TTL = """
WITH

SEEN = {}

def run(i):
    SEEN[f"visitor {i}"] = NOW
    while SEEN:
        oldest = next(iter(SEEN))
        if NOW - SEEN[oldest] <= MINUTE:
            break
        DROP
"""


def _expiring(imports: str, now: str, minute: str, drop: str = "del SEEN[oldest]") -> str:
    return _TTL.replace("WITH", imports.strip()).replace("NOW", now).replace("MINUTE", minute).replace("DROP", drop)


_SQL = """
import sqlite3

DB = sqlite3.connect(":memory:")
DB.execute("create table seen (visitor text, at text default current_timestamp)")

def run(i):
    DB.execute("insert into seen (visitor) values (?)", (f"visitor {i}",))
    if not i % 10:
        DB.execute("delete from seen where at < datetime('now', '-1 minute')")
"""

PROGRAMS = [
    bounded(
        "ttl-by-datetime",
        "An entry of a cache lives for a minute by datetime.now().",
        _expiring("from datetime import datetime, timedelta", "datetime.now()", "timedelta(minutes=1)"),
        budget=400_000,
    ),
    bounded(
        "ttl-by-datetime-in-utc",
        "An entry of a cache lives for a minute by datetime.now(timezone.utc).",
        _expiring("import datetime as d", "d.datetime.now(d.timezone.utc)", "d.timedelta(minutes=1)"),
        budget=400_000,
    ),
    bounded(
        "ttl-by-a-subclass-of-datetime",
        "A program's own class of moments tells the time, by utcnow().",
        _expiring(
            "from datetime import datetime, timedelta\n\nclass Moment(datetime):\n    pass",
            "Moment.utcnow()",
            "timedelta(minutes=1)",
        ),
        budget=600_000,
    ),
    bounded(
        "ttl-by-localtime",
        "An entry of a cache lives for a minute by time.mktime(time.localtime()).",
        _expiring("import time", "time.mktime(time.localtime())", "60"),
        budget=400_000,
    ),
    bounded(
        "ttl-by-the-record-of-a-log",
        "Records of a log are dropped when they are a minute old.",
        """
        import logging
        from datetime import datetime, timedelta

        class Recent(logging.Handler):
            def __init__(self):
                super().__init__()
                self.records = []

            def emit(self, record):
                self.records.append(record)
                before = datetime.now() - timedelta(minutes=1)
                while datetime.fromtimestamp(self.records[0].created) < before:
                    del self.records[0]

        LOG = logging.getLogger("shop")
        LOG.propagate = False
        LOG.addHandler(Recent())

        def run(i):
            LOG.warning("request %d", i)
        """,
        budget=2_000_000,
        sensitivity=40.0,
    ),
    bounded("rows-that-expire", "Rows of a database are deleted when SQLite finds them a minute old.", _SQL),
    leak(
        "rows-that-never-expire",
        "Rows would expire after a hundred years by SQLite's clock.",
        _SQL.replace("-1 minute", "-100 years"),
    ),
    leak(
        "ttl-by-datetime-never-dropped",
        "Expired entries are found and left where they are.",
        _expiring("from datetime import datetime, timedelta", "datetime.now()", "timedelta(minutes=1)", "break"),
    ),
]
