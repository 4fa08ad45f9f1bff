"""The script behind every page: Streamlit runs it whole at each rerun, so it only points at the shell."""

from ui.parts import shell

shell.show()
