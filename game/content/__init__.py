"""Stories and their companions as people write them: read with their places, checked, kept on a shelf."""
