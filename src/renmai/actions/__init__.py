"""Floor 4: everything one can do, one verb a module, one transaction each (an import: one a batch)."""
