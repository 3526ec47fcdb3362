"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more readings. culprit(...) says what you have found:
    what     the type that is left over from every reading, such as "Telegram"
"""

import gc
from collections import Counter

from leaklab.live import culprit, load


def types() -> Counter[str]:
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects())


before = types()
print(before.most_common(5))
load(400)

# Of which type are there more now, and how many for each reading?
culprit(what=None)
