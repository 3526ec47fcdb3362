"""Your own diagnostics. They run inside the living worker, once it is warm.

load(n) publishes n more events and works them off. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "client.py:12"
    what     the type that is left over, such as "Order"
    held_by  the name that keeps it alive, such as "orders.Shop.ORDERS"
"""

import gc

from client import WebhookClient

from leaklab.live import culprit, load

load(400)
gc.collect()
clients = [thing for thing in gc.get_objects() if type(thing) is WebhookClient]
print(f"{len(clients)} client(s) after 400 events")

# Not the client, then? What is there more of after another load, and how many for each event?
culprit(where=None, what=None, held_by=None)
