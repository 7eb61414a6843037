CREATE TABLE rule_change (
	id BIGSERIAL NOT NULL,
	section VARCHAR NOT NULL,
	what VARCHAR NOT NULL,
	actor_id INTEGER NOT NULL,
	changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	before JSONB,
	after JSONB,
	CONSTRAINT pk_rule_change PRIMARY KEY (id)
);
CREATE INDEX ix_rule_change_section ON rule_change (section, id);
CREATE TABLE duty (
	id BIGSERIAL NOT NULL,
	case_id BIGINT NOT NULL,
	kind VARCHAR NOT NULL,
	norm VARCHAR NOT NULL,
	began_at TIMESTAMP WITH TIME ZONE NOT NULL,
	due_at TIMESTAMP WITH TIME ZONE NOT NULL,
	done_at TIMESTAMP WITH TIME ZONE,
	done_by_id INTEGER,
	note VARCHAR,
	CONSTRAINT pk_duty PRIMARY KEY (id),
	CONSTRAINT uq_duty_case_id_kind UNIQUE (case_id, kind)
);
CREATE INDEX ix_duty_open ON duty (due_at, id) WHERE done_at IS NULL;
CREATE TABLE breach (
	id BIGSERIAL NOT NULL,
	case_id BIGINT NOT NULL,
	clock VARCHAR NOT NULL,
	due_at TIMESTAMP WITH TIME ZONE NOT NULL,
	noticed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	reason VARCHAR,
	reason_by_id INTEGER,
	reason_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_breach PRIMARY KEY (id),
	CONSTRAINT uq_breach_case_id_clock_due_at UNIQUE (case_id, clock, due_at)
);
CREATE INDEX ix_breach_unexplained ON breach (id) WHERE reason IS NULL;
CREATE TABLE crisis_room (
	id BIGSERIAL NOT NULL,
	name VARCHAR NOT NULL,
	level INTEGER NOT NULL,
	is_drill BOOLEAN NOT NULL,
	opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
	opened_by_id INTEGER NOT NULL,
	closed_at TIMESTAMP WITH TIME ZONE,
	closed_by_id INTEGER,
	position_text VARCHAR,
	position_by_id INTEGER,
	position_approved_at TIMESTAMP WITH TIME ZONE,
	position_approved_by_id INTEGER,
	closing_report VARCHAR,
	version INTEGER NOT NULL,
	CONSTRAINT pk_crisis_room PRIMARY KEY (id)
);
CREATE INDEX ix_crisis_room_open ON crisis_room (id) WHERE closed_at IS NULL;
CREATE TABLE crisis_room_mention (
	room_id BIGINT NOT NULL,
	mention_id BIGINT NOT NULL,
	added_at TIMESTAMP WITH TIME ZONE NOT NULL,
	added_by_id INTEGER NOT NULL,
	CONSTRAINT pk_crisis_room_mention PRIMARY KEY (room_id, mention_id)
);
CREATE INDEX ix_crisis_room_mention_mention_id ON crisis_room_mention (mention_id);
CREATE TABLE crisis_room_area (
	room_id BIGINT NOT NULL,
	area_id INTEGER NOT NULL,
	told_at TIMESTAMP WITH TIME ZONE NOT NULL,
	told_by_id INTEGER NOT NULL,
	confirmed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_crisis_room_area PRIMARY KEY (room_id, area_id)
);
CREATE TABLE crisis_entry (
	id BIGSERIAL NOT NULL,
	room_id BIGINT NOT NULL,
	at TIMESTAMP WITH TIME ZONE NOT NULL,
	actor_id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	text VARCHAR,
	facts JSONB,
	CONSTRAINT pk_crisis_entry PRIMARY KEY (id)
);
CREATE INDEX ix_crisis_entry_room_id ON crisis_entry (room_id, id);
CREATE TABLE crisis_clock (
	mention_id BIGINT NOT NULL,
	level INTEGER NOT NULL,
	rule VARCHAR NOT NULL,
	identify_due_at TIMESTAMP WITH TIME ZONE NOT NULL,
	identified_at TIMESTAMP WITH TIME ZONE,
	identified_by_id INTEGER,
	answer_due_at TIMESTAMP WITH TIME ZONE,
	answered_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_crisis_clock PRIMARY KEY (mention_id)
);
CREATE INDEX ix_crisis_clock_running ON crisis_clock (mention_id) WHERE answered_at IS NULL;
CREATE TABLE alert (
	id BIGSERIAL NOT NULL,
	key VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	level INTEGER,
	raised_at TIMESTAMP WITH TIME ZONE NOT NULL,
	mention_id BIGINT,
	case_id BIGINT,
	room_id BIGINT,
	facts JSONB,
	is_drill BOOLEAN NOT NULL,
	taken_by_id INTEGER,
	taken_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_alert PRIMARY KEY (id),
	CONSTRAINT uq_alert_key UNIQUE (key)
);
CREATE TABLE alert_seen (
	alert_id BIGINT NOT NULL,
	person_id INTEGER NOT NULL,
	workstation_key VARCHAR NOT NULL,
	shown_at TIMESTAMP WITH TIME ZONE NOT NULL,
	seen_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_alert_seen PRIMARY KEY (alert_id, person_id)
);
CREATE TABLE spread_mark (
	case_id BIGINT NOT NULL,
	looked_at TIMESTAMP WITH TIME ZONE NOT NULL,
	shares INTEGER NOT NULL,
	replies INTEGER NOT NULL,
	others INTEGER NOT NULL,
	CONSTRAINT pk_spread_mark PRIMARY KEY (case_id)
);
ALTER TABLE template ADD COLUMN channel_id INTEGER;
ALTER TABLE article ADD COLUMN nature_key VARCHAR;
ALTER TABLE article ADD COLUMN source_reply_id BIGINT;
ALTER TABLE article ADD COLUMN is_active BOOLEAN DEFAULT true NOT NULL;
ALTER TABLE channel ADD COLUMN calendar_id INTEGER;
ALTER TABLE area ADD COLUMN calendar_id INTEGER;
ALTER TABLE reply ADD COLUMN decided_by_id INTEGER;
ALTER TABLE reply ADD COLUMN decided_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE reply ADD COLUMN decision_note VARCHAR;
CREATE INDEX ix_reply_to_approve ON reply (id) WHERE state = 6;
