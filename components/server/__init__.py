"""The server itself: ASGI layers, routes of login and health, log, stopping."""
