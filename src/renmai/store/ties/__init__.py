"""Ties (T1 to T5, T8): what joins the owner and one person."""
