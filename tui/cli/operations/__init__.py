"""The operations of the server's API that can be run by their ids."""
