"""Outreach (R6): breaking the ice with somebody, attempt by attempt."""
