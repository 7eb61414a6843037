"""What turns the source into a program people install: the build, its checksums and its signatures."""
