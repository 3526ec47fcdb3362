"""Every way to the network that Python itself knows, one after the other."""

import asyncio
import socket
import urllib.request
from collections.abc import Callable
from importlib import import_module

from pyodide.code import run_js
from pyodide.ffi import to_js
from pyodide.http import open_url, pyfetch

ADDRESS = "http://outside.example"


def with_the_function_constructor() -> object:
    return to_js([]).constructor.constructor(f"return fetch('{ADDRESS}/constructor')")()


def with_a_socket() -> object:
    host, port = ADDRESS.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=5)


ATTEMPTS: dict[str, Callable[[], object]] = {
    "js.fetch": lambda: import_module("js").fetch(f"{ADDRESS}/js-fetch"),
    "run_js": lambda: run_js(f"fetch('{ADDRESS}/run-js')"),
    "the Function constructor": with_the_function_constructor,
    "pyodide_js.loadPackage": lambda: import_module("pyodide_js").loadPackage(f"{ADDRESS}/p-1.0-py3-none-any.whl"),
    "pyfetch": lambda: asyncio.ensure_future(pyfetch(f"{ADDRESS}/pyfetch")),
    "open_url": lambda: open_url(f"{ADDRESS}/open-url"),
    "urllib": lambda: urllib.request.urlopen(f"{ADDRESS}/urllib", timeout=5),
    "a socket": with_a_socket,
}

for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except BaseException as error:
        print(f"{name}: {type(error).__name__}")
    else:
        print(f"{name}: begun")
print("tried all")
