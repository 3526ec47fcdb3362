"""What the first units import is not charged to the budget; what they keep is."""

import subprocess
import sys
from dataclasses import replace

from programs import CONTRACT, PLAIN, as_kind, carried_out, judged_as, printed, program

from leaklab.native.judging import Judgement, check
from leaklab.native.text_report import told
from leaklab.wire.report import Bounded, OverBudget, Verdict

LAZY = "def handle(i):\n    import decimal, xml.dom.minidom, unittest.mock, sqlite3, http.client\n"
# A module of the program's own that takes half a megabyte.
TABLE = "ROWS = [str(number) * 20 for number in range(4_000)]\n"


def verdict_on(app: str, **files: str) -> Verdict:
    return check(program(app, **files), seed=1)


def test_modules_that_the_first_units_import_are_not_kept_by_them() -> None:
    verdict = judged_as(Bounded, LAZY)
    assert verdict.imported_bytes > 2_000_000
    assert verdict.retained_bytes < 100_000
    assert "the first requests imported" in told(Judgement(verdict))


def test_where_nothing_is_imported_nothing_is_said() -> None:
    verdict = judged_as(Bounded, "def handle(i):\n    pass\n")
    assert verdict.imported_bytes == 0
    assert "imported" not in told(Judgement(verdict))


def test_a_module_of_the_programs_own_is_code_too() -> None:
    verdict = as_kind(Bounded, verdict_on("def handle(i):\n    import table\n", table=TABLE))
    assert verdict.imported_bytes > 400_000


def test_what_a_unit_keeps_beside_what_it_imports_counts() -> None:
    verdict = judged_as(OverBudget, f"KEPT = []\n\n{LAZY}    if len(KEPT) < 100:\n        KEPT.append(bytes(10_000))\n")
    assert 1_000_000 < verdict.retained_bytes < 1_100_000


def test_what_is_filled_into_an_imported_module_later_counts() -> None:
    app = "def handle(i):\n    import table\n    if len(table.ROWS) < 50:\n        table.ROWS.append(bytes(20_000))\n"
    verdict = as_kind(OverBudget, verdict_on(app, table="ROWS = []\n"))
    assert 1_000_000 < verdict.retained_bytes < 1_100_000


def test_a_module_that_is_dropped_again_excuses_nothing() -> None:
    app = """
import sys

KEPT = []

def handle(i):
    import table
    if len(KEPT) < 50:
        KEPT.append(list(table.ROWS))
        del sys.modules["table"]
"""
    assert as_kind(OverBudget, verdict_on(app, table=TABLE)).imported_bytes < 700_000


def test_a_module_for_each_unit_is_a_cache_of_modules() -> None:
    app = """
import importlib.util
import sys

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return importlib.util.spec_from_loader(name, Finder) if name.startswith("page") else None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        module.text = "x" * 9_000 + module.__name__

sys.meta_path.append(Finder)

def handle(i):
    __import__(f"page{i % 200}")
"""
    assert verdict_on(app).kind == "over-budget"


def test_an_import_that_fails_is_told_as_ever() -> None:
    app = """
import traceback

def handle(i):
    try:
        import table
    except ValueError:
        print(traceback.format_exc())
"""
    judged = replace(program(app, table="raise ValueError('no rows')\n"), contract=replace(CONTRACT, warm_up=1))
    text = printed(carried_out("observe", judged, units=1))
    assert "no rows" in text
    assert "find_and_load" not in text
    assert "leaklab" not in text


def test_a_name_that_is_never_found_costs_no_collection_for_each_unit() -> None:
    app = "def handle(i):\n    try:\n        import no_such_module\n    except ImportError:\n        pass\n"
    assert judged_as(Bounded, app, workload=PLAIN).imported_bytes < 1_000


def test_what_the_judge_keeps_for_itself_is_not_the_programs() -> None:
    assert judged_as(Bounded, "def handle(i):\n    pass\n").peak_bytes < 8_000


def test_a_host_may_have_modules_imported_beforehand() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from leaklab.host import prepare; prepare(['colorsys']); sys.modules['colorsys']",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
