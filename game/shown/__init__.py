"""What is shown of a story, when, and in which words: values and functions without a pixel."""
