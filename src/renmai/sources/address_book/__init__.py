"""What the entries of every address book have in common: names, days, places and ways to reach somebody."""
