"""What several processes of tests want to know, worked out once."""

import fcntl
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shared:
    """Results by name, in a folder that all processes have."""

    folder: Path

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What `work` came to, here or in the process that is at it."""
        with self._alone(name, wait=True):
            return self._found(name, work)

    def all_of(self, jobs: Mapping[str, Callable[[], T]]) -> list[T]:
        """First of all that nobody is at, then what others have finished meanwhile; in the order of `jobs`."""
        found: dict[str, T] = {}
        for wait in (False, True):
            for name, work in jobs.items():
                if name not in found:
                    with self._alone(name, wait=wait) as alone:
                        if alone:
                            found[name] = self._found(name, work)
        return [found[name] for name in jobs]

    def _found(self, name: str, work: Callable[[], T]) -> T:
        file = self.folder / f"{name}.pickle"
        if not file.exists():
            file.write_bytes(pickle.dumps(work()))
        found: T = pickle.loads(file.read_bytes())
        return found

    @contextmanager
    def _alone(self, name: str, *, wait: bool) -> Iterator[bool]:
        with (self.folder / f"{name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True
