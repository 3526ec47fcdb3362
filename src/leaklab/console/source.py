"""Whether what was typed is a whole statement, and what it is made of."""

import __future__

import ast
import inspect
from codeop import CommandCompiler
from dataclasses import dataclass
from types import CodeType

FILE = "<console>"
_FUTURES = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})


@dataclass(frozen=True, slots=True)
class Parsed:
    """`body` runs for its effect, then `last` for its value. `names`: all that the source uses."""

    body: CodeType | None
    last: CodeType | None
    names: frozenset[str]


# Not `code.InteractiveInterpreter`: that takes one statement at a time, keeps `sys.last_exc` and so what a traceback
# holds, and would be looked for among the program's own files first, where `code.py` is a usual name.
class Reader:
    """Remembers what `from __future__ import` has asked for."""

    __slots__ = ("_compile",)

    def __init__(self) -> None:
        self._compile = CommandCompiler()
        self._compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

    def read(self, source: str) -> Parsed | None:
        """The statements in `source`, any number of them; None when they go on. Raises SyntaxError, ValueError."""
        if self._compile(source, FILE, "exec") is None:
            return None
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | self._compile.compiler.flags & _FUTURES
        tree = compile(source, FILE, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        assert isinstance(tree, ast.Module)
        if not tree.body or _goes_on(source, tree.body[-1]):
            return None if tree.body else Parsed(None, None, frozenset())
        names = frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
        last = tree.body[-1] if isinstance(tree.body[-1], ast.Expr) else None
        if last is not None:
            tree.body.pop()
        body = compile(tree, FILE, "exec", flags, dont_inherit=True) if tree.body else None
        value = compile(ast.Expression(last.value), FILE, "eval", flags, dont_inherit=True) if last else None
        return Parsed(body, value, names)


def is_coroutine(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_COROUTINE)


def _goes_on(source: str, last: ast.stmt) -> bool:
    """A block of several lines ends with an empty line, as in Python's own prompt."""
    is_block = hasattr(last, "body") and last.end_lineno != last.lineno
    return is_block and bool(source.rstrip(" \t").rpartition("\n")[2])
