"""Finished figures: turned into a plain dict once, not on every rerun of every session."""

from typing import Any

import plotly.graph_objects as go


class GrafikBeku(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that does not change any more.

    Streamlit asks a figure for its dict on each rerun, and Plotly copies and encodes every trace and annotation anew:
    for a map of some thirty regions that is most of the time a rerun takes.
    """

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as a dict, made at the first call."""
        hasil: dict[str, Any] | None = self.__dict__.get("_kamus")
        if hasil is None:
            hasil = super().to_dict()
            self.__dict__["_kamus"] = hasil
        return hasil


def bekukan(fig: go.Figure) -> GrafikBeku:
    """Return a figure as finished; it must not be changed afterwards."""
    beku = GrafikBeku(fig, skip_invalid=True)
    beku.to_dict()
    return beku
