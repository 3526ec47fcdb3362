"""What has to be closed at the end, whatever happens on the way."""

import atexit
from contextlib import ExitStack

AT_THE_END = ExitStack()
atexit.register(AT_THE_END.close)
