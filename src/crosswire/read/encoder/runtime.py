"""OpenVINO without what its import would do besides: load a converter of models, and tell its makers of every start."""

import sys
from functools import cache
from typing import Any

from crosswire.errors import ModelError

# Importing it opens a connection (openvino-telemetry) and costs as much time as all the rest. OpenVINO does without.
_UNWANTED = "openvino.tools.ovc"


@cache
def openvino() -> Any:
    """
    Return the runtime's package, imported without its converter, which a later import may still load.

    :raises ModelError: OpenVINO is not installed.
    """
    wanted_by_others = _UNWANTED in sys.modules
    if not wanted_by_others:
        # An entry of None makes the import fail there, and OpenVINO goes on without.
        sys.modules[_UNWANTED] = None  # type: ignore[assignment]
    try:
        import openvino as found
    except ImportError as error:
        raise ModelError("the trained encoder needs OpenVINO: pip install openvino, or read with --fast") from error
    finally:
        if not wanted_by_others:
            del sys.modules[_UNWANTED]
    return found


@cache
def core() -> Any:
    """
    Return what runs networks in this process.

    :raises ModelError: OpenVINO is not installed.
    """
    return openvino().Core()
