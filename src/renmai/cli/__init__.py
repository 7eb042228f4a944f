"""Floor 7: the command line. One command a module, which translates, makes one call and prints."""
