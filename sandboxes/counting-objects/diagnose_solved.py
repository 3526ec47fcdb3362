import gc
from collections import Counter

from leaklab.live import culprit, load


def types() -> Counter[type]:
    gc.collect()
    return Counter(type(thing) for thing in gc.get_objects())


before = types()
load(400)
more = types() - before
for kind, count in more.most_common(3):
    print(f"{count / 400:.2f} more {kind.__name__} for each reading")

culprit(what=next(kind for kind, _ in more.most_common() if kind.__module__ == "intake"))
