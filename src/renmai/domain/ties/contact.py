"""Contact: which acts count for last contact, days, months, rhythm, state and class (T1, T2).

An act is contact where it is addressed to the other, that is not a copy and not to a crowd, or where it
answers an act of theirs. `renmai.engine.measures.contact` is that rule as an expression on events.
"""

MOST_OTHERS = 6
"""With more others than this beside the one addressed, an act is told to a crowd."""
MOST_READERS = MOST_OTHERS + 1
COPY_ROLES = ("cc", "bcc")
ENOUGH_GAPS = 4
"""With fewer gaps between days of contact, nothing is called usual."""
