"""Commands about asks and favours."""
