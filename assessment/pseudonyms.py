"""What anonymous respondents are called. Drawn by lot: a number would say who began first."""

from collections.abc import Collection
from itertools import count
from random import SystemRandom

_NAMES = """avocet bittern blackbird bluethroat brambling bullfinch bunting buzzard chaffinch chough cormorant crane crossbill curlew
    dipper dotterel dunlin dunnock egret eider falcon fieldfare firecrest flycatcher gadwall gannet godwit goldcrest goldfinch
    goosander goshawk grebe greenfinch guillemot harrier hawfinch heron hobby hoopoe ibis jackdaw kestrel kingfisher kite knot
    lapwing linnet magpie mallard martin merlin moorhen nightingale nightjar nuthatch oriole osprey ouzel owl oystercatcher
    partridge pintail pipit plover pochard puffin quail raven redpoll redstart redwing robin rook ruff sanderling sandpiper
    shelduck shrike siskin skylark snipe sparrow spoonbill starling stilt stonechat stork swallow swan swift teal tern thrush
    treecreeper turnstone wagtail warbler waxwing wheatear whinchat whimbrel wigeon woodlark wren wryneck yellowhammer"""
BIRDS = tuple(_NAMES.split())
_lots = SystemRandom()


def pseudonym(taken: Collection[str]) -> str:
    """A name that nobody of these has; with a number once all birds are given away."""
    for number in count(1):
        named = [f"Anonymous {bird}" + (f" {number}" if number > 1 else "") for bird in BIRDS]
        if free := [name for name in named if name not in taken]:
            return _lots.choice(free)
    raise AssertionError
