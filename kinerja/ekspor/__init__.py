"""Files to take away: deck (pptx, pdf), tables (xlsx, pdf), draft of a chapter (docx)."""
