"""Your own diagnostics. They run inside the living service, once it is warm.

load(n) orders n more mailings. culprit(...) says what you have found, in as many calls as you like:
    what     the type that is left over from every mailing, such as "Letter"
    held_by  the name that keeps them all alive, such as "desk.ORDERS"
"""

import desk
import objgraph

from leaklab.live import culprit, load

load(200)
print(f"{objgraph.count('Mailing')} mailings are alive, {len(desk.UNDER_WAY)} are under way")

# Which one should have gone long ago? Who refers to it, and who to that?
culprit(what=None, held_by=None)
