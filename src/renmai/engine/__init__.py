"""Floor 1: tables in, tables out; every measure of a tie as one expression, without Django.

Ibis and DuckDB take a second to import, and no look at a name should pay for them: whoever may do without
imports what is needed where it is needed. SciPy, half a second more, is loaded only to learn from the past.
"""
