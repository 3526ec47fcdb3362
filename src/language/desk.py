"""The files of a program as jedi sees them: laid out in a folder, with what is installed beside them."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import jedi
from jedi.api.environment import InterpreterEnvironment
from parso import cache

jedi.settings.auto_import_modules = []
# What is parsed stays in memory; to keep it on disk too takes time, and in a browser memory.
cache._save_to_file_system = lambda *_, **__: None


_DIAGNOSE = "diagnose.py"


class Desk:
    """
    One program, which changes from question to question. `installed` is what it can import beside itself; `looking`
    what `diagnose.py` can as well.
    """

    def __init__(self, folder: Path, installed: Sequence[str], looking: Sequence[str]) -> None:
        self._folder = folder
        self._environment = InterpreterEnvironment()
        self._program = self._project(installed)
        self._diagnosis = self._project([*installed, *looking])
        self._texts: dict[str, str] = {}

    def lay(self, texts: Mapping[str, str]) -> None:
        """Have the folder hold these files and no others. Names outside of it are left out."""
        for name in self._texts.keys() - texts.keys():
            (self._folder / name).unlink(missing_ok=True)
        for name, text in texts.items():
            if self._texts.get(name) == text or not _is_inside(name):
                continue
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self._texts = {name: text for name, text in texts.items() if _is_inside(name)}

    def script(self, name: str) -> jedi.Script:
        """A file that was laid. Raises KeyError for one that was not."""
        project = self._diagnosis if name == _DIAGNOSE else self._program
        return jedi.Script(self._texts[name], path=self._folder / name, environment=self._environment, project=project)

    def _project(self, paths: Sequence[str]) -> jedi.Project:
        """Whatever else: no look at the machine for other Pythons, and none at what jedi itself needs."""
        return jedi.Project(self._folder, sys_path=[str(self._folder), *paths], smart_sys_path=False)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts
