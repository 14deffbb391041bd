"""One module for each kind of thing that the Config API manages."""
