"""An embedded server that speaks as a Jans server does, for learning and for tests."""
