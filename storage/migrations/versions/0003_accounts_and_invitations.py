"""Accounts, sessions, invitations; the trail becomes a chain."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column
from storage.append_only import protect_unless_purged, release
from storage.chain import START, linked

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('attempt',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('last_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('until', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempt')),
    sa.UniqueConstraint('key', name=op.f('uq_attempt_key'))
    )
    op.create_table('purge',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purge'))
    )
    op.create_table('account',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('login', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('password', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('password_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.Column('totp', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('totp_step', sa.Integer(), nullable=False),
    sa.Column('recovery', storage.column.Json(), nullable=False),
    sa.Column('issuer', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('subject', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('disabled_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['id'], ['person.id'], name=op.f('fk_account_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('issuer', 'subject', name=op.f('uq_account_issuer_subject')),
    sa.UniqueConstraint('login', name=op.f('uq_account_login'))
    )
    op.create_table('group_role',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('issuer', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('group', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("role IN ('consultant', 'leader', 'owner', 'respondent', 'viewer')", name=op.f('ck_group_role_role')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_group_role_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_role')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_group_role_organisation_id_id')),
    sa.UniqueConstraint('organisation_id', 'issuer', 'group', name=op.f('uq_group_role_organisation_id_issuer_group'))
    )
    op.create_table('one_time_link',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('token', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', storage.column.Id(length=16), nullable=False),
    sa.Column('purpose', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('made_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('used_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.CheckConstraint("purpose IN ('administrator', 'password')", name=op.f('ck_one_time_link_purpose')),
    sa.CheckConstraint('length(token) = 64', name=op.f('ck_one_time_link_token')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_one_time_link_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_one_time_link')),
    sa.UniqueConstraint('token', name=op.f('uq_one_time_link_token'))
    )
    with op.batch_alter_table('one_time_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_one_time_link_person_id'), ['person_id'], unique=False)

    op.create_table('invitation',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('token', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=True),
    sa.Column('respondent_id', storage.column.Id(length=16), nullable=True),
    sa.Column('role_group', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('anonymous', sa.Boolean(), nullable=False),
    sa.Column('made_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('made_by', storage.column.Id(length=16), nullable=False),
    sa.Column('expires_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.Column('used_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(kind = 'join') = (role IS NOT NULL)", name=op.f('ck_invitation_join')),
    sa.CheckConstraint("(kind = 'respond') = (assessment_id IS NOT NULL AND role_group IS NOT NULL)", name=op.f('ck_invitation_respond')),
    sa.CheckConstraint("kind IN ('join', 'respond')", name=op.f('ck_invitation_kind')),
    sa.CheckConstraint("role IN ('leader', 'owner', 'viewer')", name=op.f('ck_invitation_role')),
    sa.CheckConstraint("role_group IN ('leader', 'staff', 'user')", name=op.f('ck_invitation_role_group')),
    sa.CheckConstraint('NOT anonymous OR respondent_id IS NULL', name=op.f('ck_invitation_anonymous')),
    sa.CheckConstraint('length(token) = 64', name=op.f('ck_invitation_token')),
    sa.ForeignKeyConstraint(['made_by'], ['person.id'], name=op.f('fk_invitation_made_by')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_invitation_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'respondent_id'], ['respondent.organisation_id', 'respondent.id'], name=op.f('fk_invitation_organisation_id_respondent_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_invitation_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_invitation_organisation_id_id')),
    sa.UniqueConstraint('token', name=op.f('uq_invitation_token'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_organisation_id_assessment_id'), ['organisation_id', 'assessment_id'], unique=False)

    op.create_table('session',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('token', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', storage.column.Id(length=16), nullable=True),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=True),
    sa.Column('respondent_id', storage.column.Id(length=16), nullable=True),
    sa.Column('respondent_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('stage', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('pending_totp', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('browser', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('opened_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('seen_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('closes_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("stage IN ('code', 'enrol', 'open')", name=op.f('ck_session_stage')),
    sa.CheckConstraint('(person_id IS NULL) <> (respondent_id IS NULL)', name=op.f('ck_session_who')),
    sa.CheckConstraint('(respondent_id IS NULL) = (organisation_id IS NULL)', name=op.f('ck_session_where')),
    sa.CheckConstraint('length(token) = 64', name=op.f('ck_session_token')),
    sa.ForeignKeyConstraint(['organisation_id', 'respondent_id'], ['respondent.organisation_id', 'respondent.id'], name=op.f('fk_session_organisation_id_respondent_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_session_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_session_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session')),
    sa.UniqueConstraint('token', name=op.f('uq_session_token'))
    )
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_session_person_id'), ['person_id'], unique=False)

    op.add_column('respondent', sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=''))
    op.add_column('membership', sa.Column('left_at', storage.column.UtcDateTime(timezone=True), nullable=True))
    release('action_update')
    protect_unless_purged('action_update')
    release('event')
    op.add_column('event', sa.Column('number', sa.Integer(), nullable=True))
    op.add_column('event', sa.Column('link', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    _chain()
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.alter_column('number', existing_type=sa.Integer(), nullable=False)
        batch_op.alter_column('link', existing_type=sqlmodel.sql.sqltypes.AutoString(), nullable=False)
        batch_op.create_unique_constraint(batch_op.f('uq_event_organisation_id_number'), ['organisation_id', 'number'])
        batch_op.create_check_constraint(batch_op.f('ck_event_link'), 'length(link) = 64')
    protect_unless_purged('event')


def _chain() -> None:
    """Number and bind what has been written down so far, in the order of its identifiers."""
    texts = ('actor_kind', 'actor_name', 'verb', 'resource', 'before', 'after', 'link')
    event = sa.table(
        'event',
        *(sa.column(name, storage.column.Id()) for name in ('id', 'organisation_id', 'actor_id', 'resource_id')),
        sa.column('at', storage.column.UtcDateTime()),
        sa.column('number', sa.Integer()),
        *(sa.column(name, sa.Text()) for name in texts),
    )
    bind = op.get_bind()
    newest = {}
    for row in bind.execute(sa.select(event).order_by(event.c.id)).mappings().all():
        number, previous = newest.get(row['organisation_id'], (0, START))
        entry = {name: value for name, value in row.items() if name != 'link'} | {'number': number + 1}
        newest[row['organisation_id']] = number + 1, linked(previous, entry)
        bind.execute(event.update().where(event.c.id == row['id']).values(number=number + 1, link=newest[row['organisation_id']][1]))
