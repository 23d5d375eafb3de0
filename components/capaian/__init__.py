"""Parts of the pages Ringkasan and Capaian."""
