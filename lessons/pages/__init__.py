"""The pages of a lesson pack, each built from a lesson plan as blocks."""
