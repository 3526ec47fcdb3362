"""Your own diagnostics. They run inside the living process, once it is warm.

load(n) makes n more jobs and works them off. culprit(...) says what you have found, in as many calls as you like:
    where    the line, such as "mail.py:6"
    what     the type that is left over, such as "Letter"
    held_by  the name that keeps it alive, such as "mail.outbox"
"""

import gc

from celery.backends.cache import CacheBackend
from tasks import app

from leaklab.live import culprit, load

load(400)
gc.collect()
backends = [thing for thing in gc.get_objects() if type(thing) is CacheBackend]
print(f"{len(backends)} backend(s) after 400 jobs; the store drops a result after {app.conf.result_expires}")

# Not the backend, then? What is there more of after another load, and how many for each job?
culprit(where=None, what=None, held_by=None)
