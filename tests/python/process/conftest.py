import json
from pathlib import Path

import pytest
from programs import DEQUE, LIST_OF_DICTS
from shared import Shared

SETTINGS = {
    "unit": "request",
    "contract": {"cap": 3_200, "budgetBytes": 400_000, "sensitivity": 1.0, "warmUp": 100, "ratePerSecond": 20},
}


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    """Of all processes of this session."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "shared"
    folder.mkdir(exist_ok=True)
    return Shared(folder)


@pytest.fixture
def sandbox(tmp_path: Path) -> Path:
    """The folder of one that grows; `fixes/bounded` does not."""
    (tmp_path / "project").mkdir()
    (tmp_path / "fixes" / "bounded").mkdir(parents=True)
    (tmp_path / "sandbox.json").write_text(json.dumps(SETTINGS))
    (tmp_path / "project" / "app.py").write_text(LIST_OF_DICTS)
    (tmp_path / "fixes" / "bounded" / "app.py").write_text(DEQUE)
    (tmp_path / "workload.py").write_text("import app\n\ndef run(i):\n    app.handle(i)\n")
    return tmp_path
