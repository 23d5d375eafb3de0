import streamlit as st

st.title("Sedang disusun")
