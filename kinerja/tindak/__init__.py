"""What people do to the data besides uploading; roles are enforced here."""
