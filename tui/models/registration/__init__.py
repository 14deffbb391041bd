"""What dynamic client registration says of a client, and how it maps to the Config API's JSON."""
