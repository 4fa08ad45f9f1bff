"""Figures as charts for the browser: each draws a figure value, and computes nothing but where a mark goes."""

from functools import lru_cache, singledispatch
from typing import Any

import altair as alt

from exports.figures import (
    Bars,
    Bullets,
    Dumbbell,
    Evidence,
    Figure,
    Heatmap,
    IndexStrip,
    LevelBar,
    PeerStrip,
    Pillars,
    PostureAxes,
    SideBySide,
    Signature,
    Slope,
    Spreads,
    Trend,
)
from ui.charts import labelled, levels, peers, position, rows, side, signature, spreads, trend


@singledispatch
def draw(figure: Figure) -> alt.LayerChart:
    """The chart of a figure; its colours are those of the mode that the browser shows."""
    raise NotImplementedError(f"{type(figure).__name__} is drawn on paper only")


draw.register(IndexStrip, position.index_strip)
draw.register(PostureAxes, position.posture_axes)
draw.register(Bars, labelled.bars)
draw.register(Pillars, labelled.pillars)
draw.register(Bullets, labelled.bullets)
draw.register(Dumbbell, rows.dumbbell)
draw.register(Evidence, rows.evidence)
draw.register(PeerStrip, peers.peer_strip)
draw.register(Slope, rows.slope)
draw.register(Spreads, spreads.spreads)
draw.register(Trend, trend.trend)
draw.register(Heatmap, levels.heatmap)
draw.register(LevelBar, levels.level_bar)
draw.register(SideBySide, side.side_by_side)
draw.register(Signature, signature.signature)


@lru_cache(maxsize=256)
def spec(figure: Figure) -> dict[str, Any]:
    """The chart as the browser gets it. Kept by all that the figure says, because Altair takes 20 ms for the same again."""
    described: dict[str, Any] = draw(figure).to_dict(validate=False)
    return described
