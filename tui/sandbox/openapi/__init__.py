"""What the sandbox publishes of itself: its operations, as OpenAPI 3.1 describes them."""
