"""Streamlit and Plotly building blocks; pages put them together, kinerja gives them ready tables."""
