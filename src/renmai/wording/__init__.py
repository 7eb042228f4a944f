"""Every code the house can utter, as a sentence in the reader's language."""
