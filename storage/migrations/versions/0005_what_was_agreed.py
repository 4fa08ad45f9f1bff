"""What those who answered agreed on, and who is asked about which practices."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    op.create_table('consensus',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('value', storage.column.Json(), nullable=False),
    sa.Column('rationale', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('agreed_at', storage.column.UtcDateTime(), nullable=False),
    sa.CheckConstraint("evidence IN ('E0', 'E1', 'E2', 'E3')", name=op.f('ck_consensus_evidence')),
    sa.CheckConstraint("rationale <> '' AND length(rationale) <= 10000", name=op.f('ck_consensus_rationale')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_consensus_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_consensus_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consensus')),
    sa.UniqueConstraint('organisation_id', 'assessment_id', 'question', name=op.f('uq_consensus_organisation_id_assessment_id_question')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_consensus_organisation_id_id'))
    )
    # Not in batch mode: nothing has to be copied for a column that may be empty.
    op.add_column('respondent', sa.Column('practices', storage.column.Json(), nullable=True))
    op.add_column('invitation', sa.Column('practices', storage.column.Json(), nullable=True))
    op.add_column('invitation', sa.Column('reminded_on', sa.Date(), nullable=True))
