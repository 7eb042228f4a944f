"""Every measure of a tie as one expression, one file each."""
