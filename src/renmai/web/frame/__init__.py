"""What stands around every page: who may look, rail counts, places, links, clock."""
