"""The runtime of the encoder: what its import leaves out."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

CODE = """
import sys
from crosswire.read.encoder.runtime import core, openvino
core()
print(*sorted(name for name in sys.modules if "telemetry" in name or name.startswith("openvino.tools")))
print(hasattr(openvino(), "opset13"))
"""


def test_nothing_is_told_to_its_makers() -> None:
    """Importing OpenVINO with its converter opens a connection to its makers; a later import may still do so."""
    if find_spec("openvino") is None:
        pytest.skip("the trained encoder needs OpenVINO")
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["", "True"]
