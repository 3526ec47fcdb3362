import gc
import sys
from typing import Any

from app import app

from leaklab.live import claim, load


def environs() -> list[dict[str, Any]]:
    gc.collect()
    return [thing for thing in gc.get_objects() if type(thing) is dict and "werkzeug.request" in thing]


for _ in range(4):
    load(125)
    print(len(environs()), "kept")

[environ] = environs()
print("under werkzeug.request:", environ["werkzeug.request"])
rest = sys.getsizeof(environ) + sum(
    sys.getsizeof(value) for name, value in environ.items() if name.isupper() or name == "debug"
)
print(f"{rest} bytes beside the body")

# One environment, with the largest body that is let in; and room for the rest, which is larger on a 64-bit machine.
claim(at_most=app.wsgi_app.most_bytes + 12_000)
