"""The baseline of a rerun: a Streamlit page with nothing on it but a sentence."""

import streamlit as st

st.html("<p>.</p>")
