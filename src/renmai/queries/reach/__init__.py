"""Ways in (R1 to R7): meetings, and the page one reads before one."""
