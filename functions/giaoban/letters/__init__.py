"""The official letter (Decree 30/2020): a document as blocks of text, and its three files. What it says is its writer's."""
