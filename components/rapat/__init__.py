"""Parts of the pages Paparan and Notulen, and the routes of the full screen."""
