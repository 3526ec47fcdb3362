"""The judge: does a program's memory stay bounded under load, and if not, why?

Standard library only. It imports nothing of its host: the meter and the way out are handed in (see `leaklab.host`).
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

_BUILT_INS = dict(vars(builtins))


class _OwnBuiltIns:
    """
    Finds the judge's modules, and gives them built-ins of their own: Python looks those up in `__builtins__` there,
    so what a program puts in the place of a built-in reaches none of ours.
    """

    @classmethod
    def find_spec(cls, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if not _is_ours(name):
            return None
        spec = PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            spec.loader.create_module = cls.create_module  # type: ignore[method-assign]
        return spec

    @staticmethod
    def create_module(spec: ModuleSpec) -> ModuleType | None:
        # An archive has one loader for all that lies in it.
        if not _is_ours(spec.name):
            return None
        module = ModuleType(spec.name)
        vars(module)["__builtins__"] = _BUILT_INS
        return module


def _is_ours(name: str) -> bool:
    return name.startswith("leaklab.")


sys.meta_path.insert(0, _OwnBuiltIns)
