"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) brings n more notices. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "boards.py:12"
    what     the type that is left over, such as "Notice"
    held_by  the name that keeps it all alive, such as "boards.NOTICES"
"""

from settings import MEMORY_TOKEN
from workload import request

from leaklab.live import culprit, load

load(400)
answer = request("GET", "/memory/growth", MEMORY_TOKEN, {"since": 1, "most": 5})
for row in answer.body:
    print(row)

culprit(where=None, what=None, held_by=None)
