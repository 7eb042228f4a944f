"""Matching of needs with offers by what they say, in Chinese, in English and across both."""
