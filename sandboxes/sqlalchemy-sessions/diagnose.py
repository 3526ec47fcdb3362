"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) sends n more requests. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "app.py:12"
    what     the type that is left over, such as "Row"
    held_by  the name that keeps it all alive, such as "app.ROWS"
"""

from models import engine
from previews import SESSION

from leaklab.live import culprit, load

for _ in range(3):
    load(300)
    print("identity map", len(SESSION.identity_map), "compiled", len(engine._compiled_cache), engine.pool.status())

culprit(where=None, what=None, held_by=None)
