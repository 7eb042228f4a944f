"""What is said of asks and favours: the check, the ledger."""
