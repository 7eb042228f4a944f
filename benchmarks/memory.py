"""Peak memory of the running program; what `getrusage` tells began with its parent's."""

from pathlib import Path


def peak_mib() -> float:
    """Return the most memory this process has held since it was started, in MiB (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
