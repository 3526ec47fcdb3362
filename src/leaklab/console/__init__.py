"""Work with a program that lives on after its run: statements, completion, and looks at its objects."""
