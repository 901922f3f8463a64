"""Benchmarks of page reruns: ratios to an empty Streamlit page in the same run."""
