"""The only door: a question goes in as JSON and its answer comes out as JSON, as in `runtime/language-protocol.ts`."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jedi.api.classes import Completion as JediCompletion

from language.answers import completions, description, hovers, signatures, told
from language.desk import Desk


class Host:
    """Answers the questions about one program. `folder` is where its files are laid, the rest is as in `Desk`."""

    def __init__(self, folder: Path, installed: list[str], looking: list[str]) -> None:
        self._desk = Desk(folder, installed, looking)
        self._last: dict[str, JediCompletion] = {}

    def answer(self, question_json: str) -> str:
        """Whatever jedi makes of a question, there is an answer to it: an editor goes on without."""
        question = json.loads(question_json)
        try:
            answer = self._answer(question)
        except Exception:
            # Half-written code takes jedi to places that nobody has thought of, to no end of recursion too.
            answer = {"kind": "nothing"}
        return json.dumps({"id": question["id"], **answer})

    def _answer(self, question: dict[str, Any]) -> dict[str, Any]:
        match question:
            case {"kind": "describe", "name": name}:
                return {"kind": "hovers", "hovers": [description(self._last[name])]}
            case {"kind": kind, "file": file, "files": files, "line": line, "column": column}:
                self._desk.lay(files)
                script = self._desk.script(file)
                if kind == "complete":
                    found = completions(script, line, column)
                    self._last = {completion.name: completion for completion in found}
                    return {"kind": "completions", "completions": [told(completion) for completion in found]}
                if kind == "signatures":
                    return {"kind": "signatures", "signatures": signatures(script, line, column)}
                return {"kind": "hovers", "hovers": hovers(script, line, column)}
        return {"kind": "nothing"}


def open_host(home: str, own: str, looking: Iterable[str]) -> Host:
    """
    For the interpreter that this runs in, without what it has in the folder `own` for itself. `looking`: paths that
    `diagnose.py` alone can import from.
    """
    diagnosing = list(looking)
    folder = Path(home)
    folder.mkdir(parents=True, exist_ok=True)
    installed = [path for path in sys.path if path and path not in (own, *diagnosing)]
    return Host(folder, installed, diagnosing)
