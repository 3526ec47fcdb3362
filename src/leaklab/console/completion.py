"""What may follow what was typed: names that are there, looked up without running anything of the program."""

import builtins
import keyword
import os
import re
import sys
from collections.abc import Iterable, Mapping

from leaklab.console.resolve import Unresolved, attributes, module_named, names_in, resolve
from leaklab.program.place import Place
from leaklab.program.unasked import loaded_modules
from leaklab.wire.living import Completions

_MOST = 200
_LONGEST = 200
_IMPORTED = re.compile(r"(?:^|;|\n)[ \t]*(?:import[ \t]+(?:[\w.]+[ \t]*,[ \t]*)*|from[ \t]+)([\w.]*)$")
_FROM = re.compile(r"(?:^|;|\n)[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?(?:\w+[ \t]*,[ \t]*)*(\w*)$")
# A name, with parts and places behind it: `shop.ORDERS[0].`
_ATTRIBUTE = re.compile(r"([^\W\d]\w*(?:\.\w+|\[[^\[\]]*\])*)\.(\w*)$")
_NAME = re.compile(r"(?<![\w.])([^\W\d]\w*)$")


def completions(source: str, names: Mapping[str, object], at_hand: Iterable[str], place: Place) -> Completions:
    """For the end of `source`. `at_hand` are names that the console has once they are used."""
    if found := _FROM.search(source):
        module = module_named(found[1])
        return _starting(found[2], names_in(module) if module else ())
    if found := _IMPORTED.search(source):
        return _starting(found[1], _importable(place))
    if found := _ATTRIBUTE.search(source):
        try:
            owner = resolve(found[1], names)
        except Unresolved:
            return Completions(found[2], ())
        return _starting(found[2], (name for name, _ in attributes(owner)))
    if found := _NAME.search(source):
        return _starting(found[1], (*names, *at_hand, *_own_modules(place), *vars(builtins), *keyword.kwlist))
    return Completions("", ())


def _starting(prefix: str, names: Iterable[str]) -> Completions:
    """Names that are nobody's business only where an underscore asks for them."""
    fitting = {
        name
        for name in names
        if name.startswith(prefix) and (prefix[:1] == "_" or name[:1] != "_") and len(name) <= _LONGEST
    }
    return Completions(prefix, tuple(sorted(fitting - {prefix})[:_MOST]))


def _own_modules(place: Place) -> list[str]:
    found = []
    for folder in (place.learner, place.harness):
        if os.path.isdir(folder):
            found += [name[:-3] for name in os.listdir(folder) if name.endswith(".py")]
    return found


def _importable(place: Place) -> Iterable[str]:
    return (*_own_modules(place), *(name for name, _ in loaded_modules()), *sys.stdlib_module_names)
