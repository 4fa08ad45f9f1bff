"""Target profiles: what an organisation wants each practice to reach, under a name."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    op.create_table('target_profile',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('levels', storage.column.Json(), nullable=False),
    sa.Column('set_by', storage.column.Id(length=16), nullable=True),
    sa.Column('set_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id', 'set_by'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_target_profile_organisation_id_set_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_target_profile_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_target_profile')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_target_profile_organisation_id_id')),
    sa.UniqueConstraint('organisation_id', 'questionnaire', 'name', name=op.f('uq_target_profile_organisation_id_questionnaire_name'))
    )
