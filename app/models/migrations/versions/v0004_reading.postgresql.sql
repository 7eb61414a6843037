ALTER TABLE case_axis ADD COLUMN is_suggested BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE case_axis ADD COLUMN confidence DOUBLE PRECISION;
ALTER TABLE case_axis ADD COLUMN reason VARCHAR;
CREATE TABLE axis_mark_day (
	axis_id INTEGER NOT NULL,
	day INTEGER NOT NULL,
	node_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	mark VARCHAR NOT NULL,
	n INTEGER NOT NULL,
	CONSTRAINT pk_axis_mark_day PRIMARY KEY (axis_id, day, node_id, channel_id, mark)
);
CREATE TABLE axis_mark_month (
	axis_id INTEGER NOT NULL,
	month INTEGER NOT NULL,
	node_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	mark VARCHAR NOT NULL,
	n INTEGER NOT NULL,
	CONSTRAINT pk_axis_mark_month PRIMARY KEY (axis_id, month, node_id, channel_id, mark)
);
CREATE TABLE voice_day (
	axis_id INTEGER NOT NULL,
	day INTEGER NOT NULL,
	node_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	sentiment SMALLINT NOT NULL,
	measure SMALLINT NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_voice_day PRIMARY KEY (axis_id, day, node_id, channel_id, sentiment, measure)
);
CREATE TABLE voice_month (
	axis_id INTEGER NOT NULL,
	month INTEGER NOT NULL,
	node_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	sentiment SMALLINT NOT NULL,
	measure SMALLINT NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_voice_month PRIMARY KEY (axis_id, month, node_id, channel_id, sentiment, measure)
);
CREATE TABLE team_day (
	day INTEGER NOT NULL,
	measure VARCHAR NOT NULL,
	channel_id INTEGER NOT NULL,
	owner_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_team_day PRIMARY KEY (day, measure, channel_id, owner_id, area_id)
);
CREATE TABLE team_month (
	month INTEGER NOT NULL,
	measure VARCHAR NOT NULL,
	channel_id INTEGER NOT NULL,
	owner_id INTEGER NOT NULL,
	area_id INTEGER NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_team_month PRIMARY KEY (month, measure, channel_id, owner_id, area_id)
);
CREATE TABLE crisis_day (
	day INTEGER NOT NULL,
	level INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	identified SMALLINT NOT NULL,
	answered SMALLINT NOT NULL,
	n INTEGER NOT NULL,
	CONSTRAINT pk_crisis_day PRIMARY KEY (day, level, channel_id, identified, answered)
);
CREATE TABLE reach_day (
	day INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	kind SMALLINT NOT NULL,
	measure SMALLINT NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_reach_day PRIMARY KEY (day, account_id, kind, measure)
);
CREATE TABLE handling_day (
	day INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	measure SMALLINT NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_handling_day PRIMARY KEY (day, person_id, channel_id, measure)
);
CREATE TABLE learned_model (
	axis_key VARCHAR NOT NULL,
	trained_at TIMESTAMP WITH TIME ZONE NOT NULL,
	examples INTEGER NOT NULL,
	cursor BIGINT NOT NULL,
	quality JSONB NOT NULL,
	payload BYTEA NOT NULL,
	is_trusted BOOLEAN NOT NULL,
	is_wanted BOOLEAN NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_learned_model PRIMARY KEY (axis_key)
);
CREATE TABLE rising_theme (
	week INTEGER NOT NULL,
	term VARCHAR NOT NULL,
	n INTEGER NOT NULL,
	share DOUBLE PRECISION NOT NULL,
	share_before DOUBLE PRECISION NOT NULL,
	weight DOUBLE PRECISION NOT NULL,
	sampled INTEGER NOT NULL,
	found_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_rising_theme PRIMARY KEY (week, term)
);
CREATE TABLE report_definition (
	id SERIAL NOT NULL,
	name VARCHAR NOT NULL,
	spec JSONB NOT NULL,
	made_by_id INTEGER NOT NULL,
	is_shared BOOLEAN NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_report_definition PRIMARY KEY (id)
);
CREATE TABLE report_comment (
	id BIGSERIAL NOT NULL,
	section VARCHAR NOT NULL,
	since DATE NOT NULL,
	until DATE NOT NULL,
	text VARCHAR NOT NULL,
	author_id INTEGER NOT NULL,
	written_at TIMESTAMP WITH TIME ZONE NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_report_comment PRIMARY KEY (id)
);
CREATE INDEX ix_report_comment_period ON report_comment (since, until, section);
CREATE TABLE board_layout (
	person_id INTEGER NOT NULL,
	board VARCHAR NOT NULL,
	layout JSONB NOT NULL,
	CONSTRAINT pk_board_layout PRIMARY KEY (person_id, board)
);
CREATE TABLE work_text (
	id BIGSERIAL NOT NULL,
	kind VARCHAR NOT NULL,
	source_id BIGINT NOT NULL,
	case_id BIGINT,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_work_text PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_work_text_source ON work_text (kind, source_id);
CREATE TABLE plan_step (
	step INTEGER NOT NULL,
	position INTEGER NOT NULL,
	decision VARCHAR,
	responsible_id INTEGER,
	due_on DATE,
	content JSONB,
	done_at TIMESTAMP WITH TIME ZONE,
	done_by_id INTEGER,
	version INTEGER NOT NULL,
	CONSTRAINT pk_plan_step PRIMARY KEY (step)
);
CREATE TABLE swot_sheet (
	id BIGSERIAL NOT NULL,
	since DATE NOT NULL,
	until DATE NOT NULL,
	number INTEGER NOT NULL,
	entries JSONB NOT NULL,
	note VARCHAR,
	saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
	saved_by_id INTEGER NOT NULL,
	CONSTRAINT pk_swot_sheet PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_swot_sheet_period ON swot_sheet (since, until, number);
CREATE TABLE relation_act (
	id BIGSERIAL NOT NULL,
	kind VARCHAR NOT NULL,
	done_at TIMESTAMP WITH TIME ZONE NOT NULL,
	person_id INTEGER NOT NULL,
	channel_id INTEGER NOT NULL,
	mention_id BIGINT,
	customer_id BIGINT,
	own_post_id BIGINT,
	text VARCHAR NOT NULL,
	result VARCHAR,
	figures JSONB,
	version INTEGER NOT NULL,
	CONSTRAINT pk_relation_act PRIMARY KEY (id)
);
CREATE INDEX ix_relation_act_done_at ON relation_act (done_at);
CREATE INDEX ix_promise_due ON promise (due_at, state, case_id);
CREATE INDEX ix_case_uncounted ON "case" (id) WHERE state IN (7, 8);
CREATE INDEX ix_case_answered ON "case" (first_response_at, id) WHERE first_response_at IS NOT NULL;
CREATE INDEX ix_case_resolved ON "case" (resolved_at, id) WHERE resolved_at IS NOT NULL;
CREATE TABLE work_search (id bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX ix_work_search_words ON work_search USING gin (words);
