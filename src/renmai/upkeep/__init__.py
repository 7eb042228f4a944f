"""Floor 2: joins store and engine and keeps caches fresh; the only place where looking leads to writing."""
