"""Taking part in the peer benchmark, its frozen snapshots, and imported packs."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column
from storage.append_only import protect
from storage.row import new_id

revision = '0006'
down_revision = '0005'


def upgrade() -> None:
    op.create_table('peer_member',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('key', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('figures', storage.column.Json(), nullable=False),
    sa.CheckConstraint('length(key) = 64', name=op.f('ck_peer_member_key')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_member')),
    sa.UniqueConstraint('key', name=op.f('uq_peer_member_key'))
    )
    op.create_table('peer_pack',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('major', sa.Integer(), nullable=False),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('imported_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(hash) = 64', name=op.f('ck_peer_pack_hash')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_pack')),
    sa.UniqueConstraint('hash', name=op.f('uq_peer_pack_hash'))
    )
    op.create_table('peer_release',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('major', sa.Integer(), nullable=False),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('form', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('cohort', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('k', sa.Integer(), nullable=False),
    sa.Column('organisations', sa.Integer(), nullable=False),
    sa.Column('figures', storage.column.Json(), nullable=False),
    sa.Column('withheld', storage.column.Json(), nullable=False),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('frozen_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("form IN ('marks', 'pack')", name=op.f('ck_peer_release_form')),
    sa.CheckConstraint('k >= 5', name=op.f('ck_peer_release_k')),
    sa.CheckConstraint('organisations > 10', name=op.f('ck_peer_release_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_release'))
    )
    with op.batch_alter_table('peer_release', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_peer_release_questionnaire_major_form'), ['questionnaire', 'major', 'form'], unique=False)

    op.create_table('participation',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('takes_part', sa.Boolean(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.Column('size', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('sector', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('region', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('decided_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("region IN ('africa', 'asia_pacific', 'europe', 'latin_america', 'middle_east', 'north_america')", name=op.f('ck_participation_region')),
    sa.CheckConstraint("sector IN ('education', 'finance', 'health', 'industry', 'other', 'public', 'services', 'technology', 'trade', 'utilities')", name=op.f('ck_participation_sector')),
    sa.CheckConstraint("size IN ('large', 'medium', 'small', 'very_large')", name=op.f('ck_participation_size')),
    sa.CheckConstraint('NOT (takes_part AND is_demo)', name=op.f('ck_participation_demo')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_participation_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participation')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_participation_organisation_id_id'))
    )
    with op.batch_alter_table('participation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_participation_organisation_id_decided_at'), ['organisation_id', 'decided_at'], unique=False)

    op.create_table('peer_basis',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('release_id', storage.column.Id(length=16), nullable=False),
    sa.Column('members', storage.column.Json(), nullable=False),
    sa.Column('bounds', storage.column.Json(), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['peer_release.id'], name=op.f('fk_peer_basis_release_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_basis')),
    sa.UniqueConstraint('release_id', name=op.f('uq_peer_basis_release_id'))
    )
    for table in ('peer_release', 'peer_basis', 'peer_member'):
        protect(table)
    _mark_demos()


def _mark_demos() -> None:
    """Demo organisations made before this: their answers are invented."""
    ids, made_at = sa.column('id', storage.column.Id()), sa.column('created_at', storage.column.UtcDateTime())
    organisation = sa.table('organisation', ids, sa.column('name'), made_at)
    bind = op.get_bind()
    found = bind.execute(sa.select(ids, made_at).select_from(organisation).where(organisation.c.name == 'Alderbrook Water (demo)'))
    columns = [sa.column(name, storage.column.Id()) for name in ('id', 'organisation_id')]
    columns += [sa.column(name, sa.Boolean()) for name in ('takes_part', 'is_demo')]
    participation = sa.table('participation', *columns, sa.column('decided_at', storage.column.UtcDateTime()))
    for demo in found.all():
        said = {'takes_part': False, 'is_demo': True, 'decided_at': demo.created_at}
        bind.execute(participation.insert().values(id=new_id(), organisation_id=demo.id, **said))
