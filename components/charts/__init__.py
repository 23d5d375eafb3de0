"""Figures: pure functions from small frozen tables of kinerja to Plotly figures; no Streamlit in here."""
