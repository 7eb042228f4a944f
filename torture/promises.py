"""The promises that are attacked, in the order of the table; a module of the same name attacks each."""

PROMISES = {
    "kills": "A kill at any moment loses, doubles and half does nothing",
    "backups": "A backup taken beside writers is whole and restores equal",
    "erased": "One person erased is gone byte by byte, and is brought back by nothing",
    "holes": "What the first attack found stays closed, each as its whole kind",
    "hostile": "A hostile file costs itself only: ≤ 10 s, ≤ 512 MB, its faults in words, a good one kept",
}
