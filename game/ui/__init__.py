"""What is on the screen and what the player means by a press: display tree, intents, focus, timeline."""
