"""Figures as vector drawings. Everything printed comes from the figure's value; nothing is computed here but places."""

from exports.pdf.drawings.bars import draw_bars, draw_level_bar, draw_pillars
from exports.pdf.drawings.dumbbell import draw_dumbbell
from exports.pdf.drawings.evidence import draw_evidence
from exports.pdf.drawings.heatmap import draw_heatmap
from exports.pdf.drawings.marks import draw_from_to, draw_posture, draw_strip
from exports.pdf.drawings.measures import draw_bullets
from exports.pdf.drawings.peers import draw_peers
from exports.pdf.drawings.radar import draw_radar
from exports.pdf.drawings.side import draw_side_by_side
from exports.pdf.drawings.signature import draw_signature
from exports.pdf.drawings.slope import draw_slope
from exports.pdf.drawings.spreads import draw_spreads
from exports.pdf.drawings.trend import draw_trend

__all__ = [
    "draw_bars",
    "draw_bullets",
    "draw_dumbbell",
    "draw_evidence",
    "draw_from_to",
    "draw_heatmap",
    "draw_level_bar",
    "draw_peers",
    "draw_pillars",
    "draw_posture",
    "draw_radar",
    "draw_side_by_side",
    "draw_signature",
    "draw_slope",
    "draw_spreads",
    "draw_strip",
    "draw_trend",
]
