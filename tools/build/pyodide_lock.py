"""Print what a folder of wheels holds, as the `packages` of a Pyodide lock file (JSON).

Only pip is needed: the rules for versions and markers are its vendored `packaging`.
"""

import hashlib
import json
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

BROWSER = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_system": "Emscripten",
    "platform_python_implementation": "CPython",
    "sys_platform": "emscripten",
    "extra": "",
}


def read_wheel(path: Path) -> tuple[Message, list[str]]:
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        top = {
            name.split("/")[0].removesuffix(".py")
            for name in names
            if name.endswith((".py", ".so")) and ".dist-info" not in name and ".data/" not in name
        }
        return message_from_bytes(wheel.read(metadata)), sorted(top)


def lock(folder: Path, python: str) -> dict[str, object]:
    environment = BROWSER | {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "implementation_version": python,
        "platform_release": "",
        "platform_version": "",
    }
    wheels = {}
    for path in sorted(folder.glob("*.whl")):
        metadata, imports = read_wheel(path)
        wheels[canonicalize_name(metadata["Name"])] = (path, metadata, imports)
    packages: dict[str, object] = {}
    for name, (path, metadata, imports) in sorted(wheels.items()):
        depends = set()
        for text in metadata.get_all("Requires-Dist", []):
            requirement = Requirement(text)
            if requirement.marker and not requirement.marker.evaluate(environment):
                continue
            needed = canonicalize_name(requirement.name)
            if needed not in wheels:
                raise SystemExit(f"{name} needs {requirement}, and no wheel of it was fetched.")
            version = wheels[needed][1]["Version"]
            if not requirement.specifier.contains(version, prereleases=True):
                raise SystemExit(f"{name} needs {requirement}, and {version} was fetched.")
            depends.add(needed)
        packages[name] = {
            "name": name,
            "version": metadata["Version"],
            "file_name": path.name,
            "install_dir": "site",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "package_type": "package",
            "imports": imports,
            "depends": sorted(depends),
            "unvendored_tests": False,
        }
    return packages


if __name__ == "__main__":
    json.dump(lock(Path(sys.argv[1]), sys.argv[2]), sys.stdout)
