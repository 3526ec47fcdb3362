"""What of the page a program can see."""

import js

print("origin", js.self.origin)
for name in ("document", "localStorage", "sessionStorage", "parent"):
    print(name, "there" if hasattr(js, name) else "absent")
