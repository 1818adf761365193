"""The demo's garage, where a car is driven by mouse and keys."""
