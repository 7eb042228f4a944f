"""What does not fit into memory lies where nobody else can look, under a name nobody can take before us."""

import os
import stat
import subprocess
import sys
from getpass import getuser
from pathlib import Path

LOOK = """
import os, sys
from renmai.engine.backend import connected
with connected() as engine:
    print(engine.con.execute("SELECT current_setting('temp_directory')").fetchone()[0])
    print(oct(os.stat(engine.con.execute("SELECT current_setting('temp_directory')").fetchone()[0]).st_mode))
"""


def test_overflow_goes_to_a_fresh_folder_of_our_own_that_ends_with_us(tmp_path):
    taken = tmp_path / f"renmai-engine-{getuser()}"
    taken.write_text("somebody else's")
    environment = {**os.environ, "TMPDIR": str(tmp_path)}

    done = subprocess.run(
        [sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=True
    )
    folder, mode = done.stdout.split()

    assert Path(folder).parent == tmp_path
    assert stat.S_IMODE(int(mode, 8)) == 0o700
    assert list(tmp_path.iterdir()) == [taken]
    assert taken.read_text() == "somebody else's"
