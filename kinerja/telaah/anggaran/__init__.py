"""Budget and APBD, level by level and side by side; capaian against serapan."""
