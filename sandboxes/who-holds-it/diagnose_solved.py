from typing import Any

import objgraph

from leaklab.live import culprit, load

objgraph.growth()
load(400)
suspect, _, more = next(one for one in objgraph.growth() if one[0] == "Mailing")
print(f"{more} more {suspect} after 400 orders")


def path_to_oldest() -> list[Any]:
    oldest = min(objgraph.by_type(suspect), key=lambda one: one.reference)
    return objgraph.find_backref_chain(oldest, objgraph.is_proper_module)


module, names, *rest = path_to_oldest()
[name] = [name for name, value in names.items() if value is rest[0]]
[attribute] = [attribute for attribute, value in vars(rest[0]).items() if value is rest[1]]
print(module.__name__, name, attribute, type(rest[2]).__name__, type(rest[3]).__name__)
culprit(what=rest[-1], held_by=f"{module.__name__}.{name}.{attribute}")
