"""By what each session was opened, so that a second factor is asked of the session and not of its account."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    # How those were opened is not known: their people sign in again. Who answers by invitation could not, and stays.
    op.execute('DELETE FROM session WHERE person_id IS NOT NULL')
    op.add_column('session', sa.Column('proof', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.execute("UPDATE session SET proof = 'invitation'")
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.alter_column('proof', existing_type=sqlmodel.sql.sqltypes.AutoString(), nullable=False)
        batch_op.create_check_constraint(batch_op.f('ck_session_proof'), "proof IN ('company', 'invitation', 'password', 'second factor')")
