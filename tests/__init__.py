"""The specification, told as tests."""
