"""Many people at once, over Streamlit's own websocket: what one session does, no other one feels."""

from alat_sesi import serentak


def test_twelve_sessions_at_once_open_pages_and_none_fails(server):
    assert serentak(server, 12) == []
