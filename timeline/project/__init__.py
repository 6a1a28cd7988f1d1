"""The fold: claims → moves. Identity, merge, lineage, disputes, grade. Pure."""
