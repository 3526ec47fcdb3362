"""What a program can make the judge say fits through the host's door."""

import json

from leaklab.wire.report import Crashed, Frame, PythonError
from leaklab.wire.signals import Wire

_HOST_TAKES = 2**19


def test_a_verdict_on_a_program_with_endless_texts_is_short_and_keeps_both_ends() -> None:
    endless = "first " + "x" * 20_000_000 + " last"
    frames = (Frame(file="app.py", line=1, function="run", source=endless),) * 21
    error = PythonError(type="ValueError", message=endless, traceback=endless, frames=frames)
    sent: list[str] = []
    verdict = Crashed(
        sentence=endless, headline=endless, lead="", detail="", phase="load", units=1, error=error, next=None
    )
    Wire(1, sent.append).verdict(verdict)
    assert len(sent[0]) < _HOST_TAKES
    traceback = json.loads(sent[0])["verdict"]["error"]["traceback"]
    assert traceback.startswith("first xx")
    assert traceback.endswith("xx last")


def test_what_is_printed_is_sent_whole() -> None:
    sent: list[str] = []
    Wire(1, sent.append).output("stdout", "x" * 48 * 1024)
    assert len(json.loads(sent[0])["text"]) == 48 * 1024
