"""
Repairs of the sandboxes, as other people would write them, in a module for each sandbox: `RIGHT`, of every style that
the contract leaves open, and `WRONG`, each of which is bounded and breaks one promise, or still grows.
"""

from importlib import import_module
from pkgutil import iter_modules

from repairs.repair import Repair

_MODULES = [import_module(f"repairs.{module.name}") for module in iter_modules(__path__) if module.name != "repair"]

RIGHT: dict[str, Repair] = {name: repair for module in _MODULES for name, repair in module.RIGHT.items()}
WRONG: dict[str, Repair] = {name: repair for module in _MODULES for name, repair in module.WRONG.items()}
