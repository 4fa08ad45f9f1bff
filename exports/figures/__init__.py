"""Figures as frozen values: computed once from a standing, drawn by the browser and by the PDF. Renderers compute nothing."""

from exports.figures.agreement import Spreads, agenda, alone, spread_of, spreads
from exports.figures.aims import AimRow, aim_rows, certainty
from exports.figures.change import Slope, slope
from exports.figures.evidence import Evidence, evidence, evidence_above
from exports.figures.gaps import Dumbbell, dumbbell
from exports.figures.heatmap import Heatmap, heatmap
from exports.figures.measures import Bullets, bullets
from exports.figures.peers import PeerStrip, peer_strip
from exports.figures.position import IndexStrip, Pillars, Radar, index_strip, pillars, radar
from exports.figures.posture import PostureAxes, posture_axes, posture_axis
from exports.figures.practice import Bars, LevelBar, bars, level_bar
from exports.figures.register import FromTo, from_to, lift_marks
from exports.figures.signature import Signature, has_signature, renewed_signature, signature, signature_of
from exports.figures.sisters import SideBySide, side_by_side
from exports.figures.trend import Trend, trend, trends
from exports.figures.value import Figure, Table

__all__ = [
    "AimRow",
    "Bars",
    "Bullets",
    "Dumbbell",
    "Evidence",
    "Figure",
    "FromTo",
    "Heatmap",
    "IndexStrip",
    "LevelBar",
    "PeerStrip",
    "Pillars",
    "PostureAxes",
    "Radar",
    "SideBySide",
    "Signature",
    "Slope",
    "Spreads",
    "Table",
    "Trend",
    "agenda",
    "aim_rows",
    "alone",
    "bars",
    "bullets",
    "certainty",
    "dumbbell",
    "evidence",
    "evidence_above",
    "from_to",
    "has_signature",
    "heatmap",
    "index_strip",
    "level_bar",
    "lift_marks",
    "peer_strip",
    "pillars",
    "posture_axes",
    "posture_axis",
    "radar",
    "renewed_signature",
    "side_by_side",
    "signature",
    "signature_of",
    "slope",
    "spread_of",
    "spreads",
    "trend",
    "trends",
]
