"""Pictures drawn on the server as SVG: strips, bars, charts, the ego map, and their specimens."""
