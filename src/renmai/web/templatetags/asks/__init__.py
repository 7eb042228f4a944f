"""Template tags of asks and favours."""
