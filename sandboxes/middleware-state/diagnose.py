"""Your own file. It runs inside the living service, once it is warm.

load(n) sends n more requests. claim(...) says what you hold to be true, before Check measures it:
    at_most  how many bytes the service keeps at most, however many requests come
"""

import gc

from leaklab.live import claim, load

gc.collect()
before = len(gc.get_objects())
load(500)
gc.collect()
print(f"{len(gc.get_objects()) - before:+} tracked objects after 500 requests")

claim(at_most=None)
