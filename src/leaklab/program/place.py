"""Where the files of a run lie, and whose they are."""

import os
import sys
import sysconfig
from dataclasses import dataclass

from leaklab.world.stack import UNSEEN

_JUDGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_STANDARD_LIBRARY = sysconfig.get_path("stdlib")
_INSTALLED = frozenset({"site-packages", "dist-packages"})


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where the files of a run lie: the learner's and the author's folder, absolute and without links. Files below `kept`
    count as memory.
    """

    learner: str
    harness: str
    kept: tuple[str, ...] = ()

    @property
    def folders(self) -> tuple[str, ...]:
        """What a path is told without."""
        return self.learner, self.harness

    def is_learner(self, path: str) -> bool:
        return os.path.dirname(path) == self.learner

    def is_harness(self, path: str) -> bool:
        return os.path.dirname(path) == self.harness


@dataclass(frozen=True, slots=True)
class OwnCode(Place):
    """
    Of somebody's own program: `learner` is its folder with all below it (or its one file), and what is installed there
    is not theirs. There are no files of an author. Paths are told from `harness` on.
    """

    @property
    def folders(self) -> tuple[str, ...]:
        return (self.harness,)

    def is_learner(self, path: str) -> bool:
        if path == self.learner:
            return True
        if not path.startswith(self.learner.rstrip(os.sep) + os.sep):
            return False
        below = path[len(self.learner) :]
        return not (
            _INSTALLED.intersection(below.split(os.sep))
            or path.startswith((_JUDGE + os.sep, _STANDARD_LIBRARY + os.sep))
        )

    def is_harness(self, path: str) -> bool:
        return False


def is_judge(path: str) -> bool:
    return path == UNSEEN or path.startswith(_JUDGE + os.sep)


def short_name(path: str, place: Place) -> str:
    """A file as one knows it: the program's own as by its owner, those of libraries from their package on."""
    if place.is_learner(path) or place.is_harness(path):
        return name_of(path, place)
    inside = [entry for entry in sys.path if entry and path.startswith(entry.rstrip(os.sep) + os.sep)]
    return path[len(max(inside, key=len).rstrip(os.sep)) + 1 :] if inside else path


def name_of(path: str, place: Place) -> str:
    """A file of the program as its owner knows it."""
    for folder in place.folders:
        start = folder.rstrip(os.sep) + os.sep
        if path.startswith(start):
            return path[len(start) :]
    return os.path.basename(path)
