from repairs.repair import Repair

TEARDOWN = "flask-g-and-teardown"
RESPONSE = "fixes/hand-it-to-the-response"
A, C, E = "app.py", "cleanup.py", "exports.py"
FROM_TEMPFILE = "from tempfile"
REGISTER = "        AT_THE_END.callback(self.close)\n"
NO_IMPORT = (E, "from cleanup import AT_THE_END\n", "")
UNREGISTERED = (NO_IMPORT, (E, REGISTER, ""))
STACK = "AT_THE_END = ExitStack()\natexit.register(AT_THE_END.close)\n"
APP = "app = Flask(__name__)\n"
IMPORT = "import meters\n"
WRITE = "    g.export.write()\n"
WRITE_OR_CLOSE = """    try:
        g.export.write()
    except meters.Faulty:
        g.export.close()
        raise
"""
DESCRIBE = '    if "export" in g and response.status_code == 200:\n'
READ = """        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece
"""

RIGHT = {
    "an export registers itself with the response that is to come": Repair(
        TEARDOWN,
        "",
        (
            NO_IMPORT,
            (E, IMPORT, IMPORT + "from flask import Response, after_this_request\n"),
            (
                E,
                REGISTER,
                "\n        @after_this_request\n"
                "        def close_with(response: Response) -> Response:\n"
                "            response.call_on_close(self.close)\n"
                "            return response\n",
            ),
        ),
    ),
    "a generator that has begun before it is handed out": Repair(
        TEARDOWN,
        "",
        (
            *UNREGISTERED,
            (A, WRITE, WRITE_OR_CLOSE + "    pieces = g.export.pieces()\n    next(pieces)\n"),
            (A, "Response(g.export.pieces(),", "Response(pieces,"),
            (
                E,
                READ,
                "        with self.file:\n"
                '            yield b""\n'
                "            self.file.seek(0)\n"
                "            while piece := self.file.read(PIECE):\n"
                "                yield piece\n",
            ),
        ),
    ),
    "a finalizer on the export": Repair(
        TEARDOWN,
        "",
        (
            NO_IMPORT,
            (E, FROM_TEMPFILE, "from weakref import finalize\n" + FROM_TEMPFILE),
            (E, REGISTER, "        finalize(self, self.file.close)\n"),
        ),
    ),
    "a middleware with a stack in the environment": Repair(
        TEARDOWN,
        "",
        (
            (C, "import atexit\n", ""),
            (
                C,
                STACK,
                "from werkzeug.wsgi import ClosingIterator\n\n\n"
                "def closing(wsgi):\n"
                "    def call(environ, start_response):\n"
                '        environ["cleanup"] = stack = ExitStack()\n'
                "        return ClosingIterator(wsgi(environ, start_response), stack.close)\n\n"
                "    return call\n",
            ),
            NO_IMPORT,
            (E, IMPORT, IMPORT + "from flask import request\n"),
            (E, REGISTER, '        request.environ["cleanup"].callback(self.close)\n'),
            (A, IMPORT, "import cleanup\n" + IMPORT),
            (A, APP, APP + "app.wsgi_app = cleanup.closing(app.wsgi_app)\n"),
        ),
    ),
}

WRONG = {
    "only what was answered well is closed": Repair(
        TEARDOWN,
        "",
        (*UNREGISTERED, (A, DESCRIBE, DESCRIBE + "        response.call_on_close(g.export.close)\n")),
        "GET /houses/64/readings.csv left a file open until Python closed it",
    ),
    "the fifty newest stay open": Repair(
        TEARDOWN,
        "",
        (
            (C, STACK, "OPEN = []\n"),
            (E, "import AT_THE_END", "import OPEN"),
            (E, REGISTER, "        OPEN.append(self)\n        if len(OPEN) > 50:\n            OPEN.pop(0).close()\n"),
        ),
        "by a slow client must have",
    ),
    "an export for each house, made once": Repair(
        TEARDOWN,
        "",
        (
            *UNREGISTERED,
            (A, IMPORT, "from functools import cache\n\n" + IMPORT),
            (
                A,
                APP,
                f"{APP}\n\n@cache\ndef export_of(house):\n"
                f"    g.export = Export(house)\n{WRITE_OR_CLOSE}    return g.export\n",
            ),
            (A, "    g.export = Export(house)\n" + WRITE, "    g.export = export_of(house)\n"),
            (A, "Response(g.export.pieces(),", "Response(list(g.export.pieces()),"),
        ),
        "must come with Content-Length",
    ),
    "rows that are looked up while they are sent": Repair(
        TEARDOWN,
        RESPONSE,
        (
            (
                E,
                READ,
                "        for flat, quarter, kwh in meters.of_house(self.house):\n"
                '            yield f"house {self.house};flat {flat};{quarter};{kwh}\\n".encode()\n',
            ),
        ),
        "by a slow client must have as line",
    ),
}
