"""The provider protocol and one module per provider."""
