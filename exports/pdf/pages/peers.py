"""Peers: where one stands among those who take part, or in a sentence why nothing is told."""

from exports.figures import peer_strip
from exports.pdf.block import Block, Picture
from exports.pdf.drawings import draw_peers
from exports.pdf.paper import MEASURE
from exports.pdf.parts import heading, para, source, together
from exports.words import peers as words
from improvement.standing_model import Standing

_HOW = "The blue dot is you, the stroke the median of peers, the grey bar their middle half. No mark stands for a single peer."


def peers_part(standing: Standing) -> tuple[Block, ...]:
    """Below the comparisons that are nearer: everybody who takes part, else the imported packs."""
    peers = standing.peers
    if peers is None:
        return ()
    if peers.first is None:
        title, remedy = words.nothing(peers)
        return together(heading(title), para(remedy))
    figure = peer_strip(standing, peers.first)
    return together(
        heading(figure.title),
        para(f"{figure.overall} {_HOW}".strip()),
        Picture(drawing=draw_peers(figure, MEASURE), alt=figure.alt),
        source(figure.caption),
    )
