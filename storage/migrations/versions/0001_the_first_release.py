"""The first release."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import storage.column
from storage.append_only import protect

revision = '0001'
down_revision = None


def upgrade() -> None:
    op.create_table('edition',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('canonical', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_edition')),
    sa.UniqueConstraint('hash', name=op.f('uq_edition_hash'))
    )
    op.create_table('organisation',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('zone', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('currency', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(currency) = 3', name=op.f('ck_organisation_currency')),
    sa.CheckConstraint('length(name) BETWEEN 1 AND 200', name=op.f('ck_organisation_name')),
    sa.CheckConstraint('row_version >= 1', name=op.f('ck_organisation_row_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation'))
    )
    op.create_table('person',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('email', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('administrator', sa.Boolean(), nullable=False),
    sa.Column('created_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(name) BETWEEN 1 AND 200', name=op.f('ck_person_name')),
    sa.CheckConstraint('row_version >= 1', name=op.f('ck_person_row_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person'))
    )
    op.create_table('event',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=True),
    sa.Column('at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('actor_kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('actor_id', storage.column.Id(length=16), nullable=True),
    sa.Column('actor_name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('verb', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('resource', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('resource_id', storage.column.Id(length=16), nullable=True),
    sa.Column('before', storage.column.Json(), nullable=True),
    sa.Column('after', storage.column.Json(), nullable=True),
    sa.CheckConstraint("actor_kind IN ('anonymous', 'person', 'respondent', 'system')", name=op.f('ck_event_actor_kind')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_event_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event'))
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_organisation_id_at'), ['organisation_id', 'at'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_organisation_id_resource_resource_id'), ['organisation_id', 'resource', 'resource_id'], unique=False)

    op.create_table('function',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("kind IN ('facilities', 'finance', 'hr', 'it', 'legal', 'other', 'procurement')", name=op.f('ck_function_kind')),
    sa.CheckConstraint('length(name) BETWEEN 1 AND 200', name=op.f('ck_function_name')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_function_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_function')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_function_organisation_id_id')),
    sa.UniqueConstraint('organisation_id', 'name', name=op.f('uq_function_organisation_id_name'))
    )
    op.create_table('membership',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('person_id', storage.column.Id(length=16), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("role IN ('consultant', 'leader', 'owner', 'respondent', 'viewer')", name=op.f('ck_membership_role')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_membership_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_membership_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_membership')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_membership_organisation_id_id')),
    sa.UniqueConstraint('organisation_id', 'person_id', name=op.f('uq_membership_organisation_id_person_id'))
    )
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_membership_person_id'), ['person_id'], unique=False)

    op.create_table('assessment',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('function_id', storage.column.Id(length=16), nullable=False),
    sa.Column('edition_id', storage.column.Id(length=16), nullable=False),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('starts', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=False),
    sa.Column('mode', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('targets', storage.column.Json(), nullable=False),
    sa.Column('started_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('finalised_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state = 'final') = (finalised_at IS NOT NULL)", name=op.f('ck_assessment_finalised')),
    sa.CheckConstraint("mode IN ('full', 'quick')", name=op.f('ck_assessment_mode')),
    sa.CheckConstraint("state IN ('final', 'open')", name=op.f('ck_assessment_state')),
    sa.CheckConstraint('ends >= starts', name=op.f('ck_assessment_period')),
    sa.ForeignKeyConstraint(['edition_id'], ['edition.id'], name=op.f('fk_assessment_edition_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'function_id'], ['function.organisation_id', 'function.id'], name=op.f('fk_assessment_organisation_id_function_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_assessment_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_assessment_organisation_id_id'))
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_assessment_organisation_id_function_id_questionnaire'), ['organisation_id', 'function_id', 'questionnaire'], unique=False)

    op.create_table('measure_target',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('function_id', storage.column.Id(length=16), nullable=False),
    sa.Column('measure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('value', storage.column.ExactType(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id', 'function_id'], ['function.organisation_id', 'function.id'], name=op.f('fk_measure_target_organisation_id_function_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_measure_target_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_measure_target')),
    sa.UniqueConstraint('organisation_id', 'function_id', 'measure', name=op.f('uq_measure_target_organisation_id_function_id_measure')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_measure_target_organisation_id_id'))
    )
    op.create_table('reading',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('function_id', storage.column.Id(length=16), nullable=False),
    sa.Column('measure', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('period_ends', sa.Date(), nullable=False),
    sa.Column('value', storage.column.ExactType(), nullable=False),
    sa.Column('sample', sa.Integer(), nullable=True),
    sa.Column('source', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('entered_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint('sample IS NULL OR sample >= 1', name=op.f('ck_reading_sample')),
    sa.ForeignKeyConstraint(['organisation_id', 'function_id'], ['function.organisation_id', 'function.id'], name=op.f('fk_reading_organisation_id_function_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_reading_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reading')),
    sa.UniqueConstraint('organisation_id', 'function_id', 'measure', 'period', name=op.f('uq_reading_organisation_id_function_id_measure_period')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_reading_organisation_id_id'))
    )
    op.create_table('action',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('description', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('practice', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('questionnaire', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=True),
    sa.Column('function_id', storage.column.Id(length=16), nullable=False),
    sa.Column('recommended', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('status', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('per_cent', sa.Integer(), nullable=False),
    sa.Column('owner_id', storage.column.Id(length=16), nullable=True),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('first_due', sa.Date(), nullable=True),
    sa.Column('level_from', sa.Integer(), nullable=True),
    sa.Column('level_to', sa.Integer(), nullable=True),
    sa.Column('index_lift', storage.column.ExactType(), nullable=True),
    sa.Column('effort_low', storage.column.ExactType(), nullable=True),
    sa.Column('effort_high', storage.column.ExactType(), nullable=True),
    sa.Column('cost_low', storage.column.ExactType(), nullable=True),
    sa.Column('cost_high', storage.column.ExactType(), nullable=True),
    sa.Column('done_when', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('steps', storage.column.Json(), nullable=False),
    sa.Column('measure', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('proposed_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('accepted_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.Column('updated_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('done_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.Column('done_by', storage.column.Id(length=16), nullable=True),
    sa.Column('verified_by', storage.column.Id(length=16), nullable=True),
    sa.CheckConstraint("(status = 'verified') = (verified_by IS NOT NULL)", name=op.f('ck_action_verified')),
    sa.CheckConstraint("status IN ('accepted', 'blocked', 'cancelled', 'done', 'in_progress', 'proposed', 'verified')", name=op.f('ck_action_status')),
    sa.CheckConstraint("status IN ('proposed', 'cancelled') OR (owner_id IS NOT NULL AND due IS NOT NULL AND first_due IS NOT NULL)", name=op.f('ck_action_owned')),
    sa.CheckConstraint("status NOT IN ('done', 'verified') OR (done_at IS NOT NULL AND done_by IS NOT NULL AND per_cent = 100)", name=op.f('ck_action_done')),
    sa.CheckConstraint('length(description) <= 10000', name=op.f('ck_action_description')),
    sa.CheckConstraint('length(done_when) <= 10000', name=op.f('ck_action_done_when')),
    sa.CheckConstraint('length(title) BETWEEN 1 AND 200', name=op.f('ck_action_title')),
    sa.CheckConstraint('level_from BETWEEN 0 AND 100', name=op.f('ck_action_level_from')),
    sa.CheckConstraint('level_to BETWEEN 0 AND 100 AND (level_from IS NULL OR level_to > level_from)', name=op.f('ck_action_level_to')),
    sa.CheckConstraint('number >= 1', name=op.f('ck_action_number')),
    sa.CheckConstraint('per_cent BETWEEN 0 AND 100', name=op.f('ck_action_per_cent')),
    sa.CheckConstraint('recommended IS NULL OR (questionnaire IS NOT NULL AND assessment_id IS NOT NULL)', name=op.f('ck_action_recommended')),
    sa.CheckConstraint('row_version >= 1', name=op.f('ck_action_row_version')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_action_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'done_by'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_action_organisation_id_done_by')),
    sa.ForeignKeyConstraint(['organisation_id', 'function_id'], ['function.organisation_id', 'function.id'], name=op.f('fk_action_organisation_id_function_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'owner_id'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_action_organisation_id_owner_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'verified_by'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_action_organisation_id_verified_by')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_action_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_action_organisation_id_id')),
    sa.UniqueConstraint('organisation_id', 'number', name=op.f('uq_action_organisation_id_number'))
    )
    with op.batch_alter_table('action', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_action_organisation_id_owner_id'), ['organisation_id', 'owner_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_action_organisation_id_status'), ['organisation_id', 'status'], unique=False)
        batch_op.create_index('uq_action_open_recommendation', ['organisation_id', 'function_id', 'questionnaire', 'recommended'], unique=True, sqlite_where=sa.text("recommended IS NOT NULL AND status IN ('accepted', 'blocked', 'done', 'in_progress', 'proposed')"), postgresql_where=sa.text("recommended IS NOT NULL AND status IN ('accepted', 'blocked', 'done', 'in_progress', 'proposed')"))

    op.create_table('respondent',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=False),
    sa.Column('person_id', storage.column.Id(length=16), nullable=True),
    sa.Column('role_group', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("role_group IN ('leader', 'staff', 'user')", name=op.f('ck_respondent_role_group')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_respondent_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'person_id'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_respondent_organisation_id_person_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_respondent_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_respondent')),
    sa.UniqueConstraint('organisation_id', 'assessment_id', 'id', name=op.f('uq_respondent_organisation_id_assessment_id_id')),
    sa.UniqueConstraint('organisation_id', 'assessment_id', 'person_id', name=op.f('uq_respondent_organisation_id_assessment_id_person_id')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_respondent_organisation_id_id'))
    )
    op.create_table('result',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=False),
    sa.Column('edition_hash', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('method', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('score', storage.column.Json(), nullable=False),
    sa.Column('responses', storage.column.Json(), nullable=False),
    sa.Column('frozen_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('superseded_at', storage.column.UtcDateTime(timezone=True), nullable=True),
    sa.Column('superseded_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.CheckConstraint('(superseded_at IS NULL) = (superseded_reason IS NULL)', name=op.f('ck_result_superseded')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_result_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_result_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_result')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_result_organisation_id_id'))
    )
    with op.batch_alter_table('result', schema=None) as batch_op:
        batch_op.create_index('uq_result_current', ['organisation_id', 'assessment_id'], unique=True, sqlite_where=sa.text('superseded_at IS NULL'), postgresql_where=sa.text('superseded_at IS NULL'))

    op.create_table('action_update',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('action_id', storage.column.Id(length=16), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('what', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.Column('by_id', storage.column.Id(length=16), nullable=True),
    sa.Column('status_before', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('status_after', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('per_cent_before', sa.Integer(), nullable=False),
    sa.Column('per_cent_after', sa.Integer(), nullable=False),
    sa.Column('due_before', sa.Date(), nullable=True),
    sa.Column('due_after', sa.Date(), nullable=True),
    sa.Column('owner_before', storage.column.Id(length=16), nullable=True),
    sa.Column('owner_after', storage.column.Id(length=16), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.CheckConstraint("status_after IN ('accepted', 'blocked', 'cancelled', 'done', 'in_progress', 'proposed', 'verified')", name=op.f('ck_action_update_status_after')),
    sa.CheckConstraint("status_before IN ('accepted', 'blocked', 'cancelled', 'done', 'in_progress', 'proposed', 'verified')", name=op.f('ck_action_update_status_before')),
    sa.CheckConstraint("what IN ('accepted', 'cancelled', 'handed_over', 'proposed', 'updated', 'verified', 'written')", name=op.f('ck_action_update_what')),
    sa.CheckConstraint('length(evidence) <= 10000', name=op.f('ck_action_update_evidence')),
    sa.CheckConstraint('length(note) <= 10000', name=op.f('ck_action_update_note')),
    sa.CheckConstraint('length(reason) <= 10000', name=op.f('ck_action_update_reason')),
    sa.CheckConstraint('per_cent_after BETWEEN 0 AND 100', name=op.f('ck_action_update_per_cent_after')),
    sa.CheckConstraint('per_cent_before BETWEEN 0 AND 100', name=op.f('ck_action_update_per_cent_before')),
    sa.CheckConstraint('version >= 1', name=op.f('ck_action_update_version')),
    sa.ForeignKeyConstraint(['organisation_id', 'action_id'], ['action.organisation_id', 'action.id'], name=op.f('fk_action_update_organisation_id_action_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'by_id'], ['membership.organisation_id', 'membership.person_id'], name=op.f('fk_action_update_organisation_id_by_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_action_update_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action_update')),
    sa.UniqueConstraint('organisation_id', 'action_id', 'version', name=op.f('uq_action_update_organisation_id_action_id_version')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_action_update_organisation_id_id'))
    )
    op.create_table('answer',
    sa.Column('id', storage.column.Id(length=16), nullable=False),
    sa.Column('organisation_id', storage.column.Id(length=16), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('assessment_id', storage.column.Id(length=16), nullable=False),
    sa.Column('respondent_id', storage.column.Id(length=16), nullable=False),
    sa.Column('question', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('value', storage.column.Json(), nullable=True),
    sa.Column('period', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('evidence', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('evidence_text', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('evidence_link', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('discuss', sa.Boolean(), nullable=False),
    sa.Column('saved_at', storage.column.UtcDateTime(timezone=True), nullable=False),
    sa.CheckConstraint("evidence IN ('E0', 'E1', 'E2', 'E3')", name=op.f('ck_answer_evidence')),
    sa.CheckConstraint("state <> 'not_applicable' OR reason <> ''", name=op.f('ck_answer_reason')),
    sa.CheckConstraint("state IN ('answered', 'dont_know', 'not_applicable')", name=op.f('ck_answer_state')),
    sa.CheckConstraint('length(note) <= 10000 AND length(reason) <= 10000 AND length(evidence_text) <= 10000', name=op.f('ck_answer_texts')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id', 'respondent_id'], ['respondent.organisation_id', 'respondent.assessment_id', 'respondent.id'], name=op.f('fk_answer_organisation_id_assessment_id_respondent_id')),
    sa.ForeignKeyConstraint(['organisation_id', 'assessment_id'], ['assessment.organisation_id', 'assessment.id'], name=op.f('fk_answer_organisation_id_assessment_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_answer_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answer')),
    sa.UniqueConstraint('organisation_id', 'assessment_id', 'respondent_id', 'question', name=op.f('uq_answer_organisation_id_assessment_id_respondent_id_question')),
    sa.UniqueConstraint('organisation_id', 'id', name=op.f('uq_answer_organisation_id_id'))
    )

    protect('event')
    protect('action_update')
