"""Your own diagnostics. Diagnose runs them inside the living program.

load(n) loads it with n more units. gc, tracemalloc and what your
packages have are at hand.
"""

import gc
from collections import Counter

from leaklab.live import load


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(each).__name__ for each in gc.get_objects())


before = types()
load(500)
for name, count in (types() - before).most_common(8):
    print(f"{count:+6} {name}")
