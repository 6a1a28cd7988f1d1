"""Bytes → posts: one small file a format."""
