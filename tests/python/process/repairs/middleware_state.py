from repairs.repair import Repair

ID = "middleware-state"
L = "last_request.py"
SLOT = "        self.last_request: Environ | None = None\n"
SET = "        self.last_request = environ\n        return self.app(environ, start_response)\n"
READ = """        environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(length))
"""
TYPING = "from typing import Any\n"
SHOWN = "described(self.last_request)"
BODY = "body_of(self.last_request)"

RIGHT = {
    "a record of what the page shows, and nothing of the environment": Repair(
        ID,
        "",
        (
            (L, SLOT, '        self.shown, self.body = b"null", b""\n'),
            (L, SHOWN, "self.shown"),
            (L, BODY, "self.body"),
            (
                L,
                SET,
                "        self.shown, self.body = described(environ), body_of(environ)\n" + SET.splitlines(True)[1],
            ),
        ),
    ),
    "a stream that notes what the service reads": Repair(
        ID,
        "",
        (
            (
                L,
                "class LastRequest:",
                "class Noting:\n"
                "    def __init__(self, stream: Any) -> None:\n"
                "        self.stream, self.noted = stream, BytesIO()\n\n"
                "    def read(self, *size: int) -> bytes:\n"
                "        piece: bytes = self.stream.read(*size)\n"
                "        self.noted.write(piece)\n"
                "        return piece\n\n"
                "    def getvalue(self) -> bytes:\n"
                "        return self.noted.getvalue()\n\n\n"
                "class LastRequest:",
            ),
            (L, READ, '        environ["wsgi.input"] = Noting(environ["wsgi.input"])\n'),
        ),
    ),
    "the body packed, and unpacked for a look": Repair(
        ID,
        "",
        (
            (L, "import json\n", "import json\nimport zlib\n"),
            (
                L,
                READ + SET,
                '        body = environ["wsgi.input"].read(length)\n'
                '        self.last_request = environ | {"wsgi.input": None, "body": zlib.compress(body)}\n'
                '        return self.app(environ | {"wsgi.input": BytesIO(body)}, start_response)\n',
            ),
            (L, 'environ["wsgi.input"].getvalue() if', 'zlib.decompress(environ["body"]) if'),
        ),
    ),
    "the last in a table of SQLite": Repair(
        ID,
        "",
        (
            (L, "import json\n", "import json\nimport sqlite3\n"),
            (
                L,
                SLOT,
                '        self.db = sqlite3.connect(":memory:", isolation_level=None)\n'
                '        self.db.execute("create table r (id integer primary key, shown blob, body blob)")\n',
            ),
            (L, SHOWN, 'self.last("shown") or b"null"'),
            (L, BODY, 'self.last("body")'),
            (
                L,
                SET,
                "        row = (described(environ), body_of(environ))\n"
                '        self.db.execute("insert into r (shown, body) values (?, ?)", row)\n'
                '        self.db.execute("delete from r where id <= (select max(id) from r) - 1")\n'
                "        return self.app(environ, start_response)\n\n"
                "    def last(self, name: str) -> bytes:\n"
                '        row = self.db.execute(f"select {name} from r order by id desc").fetchone()\n'
                '        return row[0] if row else b""\n',
            ),
        ),
    ),
}

WRONG = {
    "the last of each client": Repair(
        ID,
        "",
        (
            (L, SLOT, SLOT + "        self.by_client: dict[str, Environ] = {}\n"),
            (L, SET, '        self.by_client[environ["REMOTE_ADDR"]] = environ\n' + SET),
        ),
        kind="growing",
        says="Growing: ",
    ),
    "kept once it has been answered": Repair(
        ID,
        "",
        (
            (
                L,
                SET,
                "        pieces = list(self.app(environ, start_response))\n"
                "        self.last_request = environ\n"
                "        return pieces\n",
            ),
        ),
        says="must go out piece by piece: 14 lines were made",
    ),
    "kept when its stream is closed": Repair(
        ID,
        "",
        (
            (L, "from io import BytesIO\n", "from io import BytesIO\n\nfrom werkzeug.wsgi import ClosingIterator\n"),
            (
                L,
                SET,
                "        def keep() -> None:\n"
                "            self.last_request = environ\n\n"
                "        return ClosingIterator(self.app(environ, start_response), [keep])\n",
            ),
        ),
        says="is being sent /debug/last must",
    ),
    "only what went wrong": Repair(
        ID,
        "",
        (
            (
                L,
                SET,
                "        def note(status: str, *rest: Any) -> Any:\n"
                '            if status >= "400":\n'
                "                self.last_request = environ\n"
                "            return start_response(status, *rest)\n\n"
                "        return self.app(environ, note)\n",
            ),
        ),
        says="/debug/last must show that request, and it says null.",
    ),
}
