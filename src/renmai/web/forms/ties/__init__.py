"""Forms of ties."""
