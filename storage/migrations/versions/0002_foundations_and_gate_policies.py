"""What a result stands on, and the organisation's own values for adoption gates."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('gate_policy',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('gate', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at_least', storage.column.ExactType(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_gate_policy_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gate_policy')),
    sa.UniqueConstraint('organisation_id', 'gate', name=op.f('uq_gate_policy_organisation_id_gate')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_gate_policy_organisation_id_id'))
    )
    # Not in batch mode: SQLite would copy the table and leave its partial index behind.
    op.add_column('result', sa.Column('stands_on', storage.column.Json(), nullable=True))
