"""Peers on the benchmark page and in the settings, run in this process over real organisations."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from assessment.participation import participation
from assessment.peer_model import SizeBand
from assessment.peer_packs import take
from people.model import Person
from people.work import reading
from tests.assessment.test_peer_packs import pack_file_of
from tests.peers import QUESTIONS, Taking, assessed, founded, frozen, member, shelf, takes_part
from tests.ui.conftest import NOW, first
from tests.ui.test_act_views import calm, opened, plain, press, shown
from random import Random
