"""Forms: what a page asks of its reader, one form for each noun."""
