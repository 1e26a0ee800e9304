"""What the build does to the phone form besides copying it."""
