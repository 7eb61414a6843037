ALTER TABLE channel_account ADD COLUMN is_paused BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE channel_account ADD COLUMN retired_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE mention ADD COLUMN is_automatic BOOLEAN DEFAULT false NOT NULL;
ALTER TABLE mention ADD COLUMN edited_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE mention ADD COLUMN removed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE mention ADD COLUMN figures_at TIMESTAMP WITH TIME ZONE;
CREATE TABLE account_secret (
	account_id INTEGER NOT NULL,
	sealed BYTEA NOT NULL,
	key_name VARCHAR NOT NULL,
	changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
	refreshing_until TIMESTAMP WITH TIME ZONE,
	version INTEGER NOT NULL,
	CONSTRAINT pk_account_secret PRIMARY KEY (account_id),
	CONSTRAINT fk_account_secret_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE account_health (
	account_id INTEGER NOT NULL,
	state VARCHAR NOT NULL,
	problem VARCHAR,
	facts JSONB,
	since TIMESTAMP WITH TIME ZONE NOT NULL,
	last_ok_at TIMESTAMP WITH TIME ZONE,
	last_item_at TIMESTAMP WITH TIME ZONE,
	retry_at TIMESTAMP WITH TIME ZONE,
	failures INTEGER NOT NULL,
	CONSTRAINT pk_account_health PRIMARY KEY (account_id),
	CONSTRAINT fk_account_health_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE account_hour (
	account_id INTEGER NOT NULL,
	hour_at TIMESTAMP WITH TIME ZONE NOT NULL,
	calls BIGINT NOT NULL,
	cost BIGINT NOT NULL,
	received BIGINT NOT NULL,
	stored BIGINT NOT NULL,
	CONSTRAINT pk_account_hour PRIMARY KEY (account_id, hour_at),
	CONSTRAINT fk_account_hour_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE source_check (
	account_id INTEGER NOT NULL,
	stream VARCHAR NOT NULL,
	day VARCHAR NOT NULL,
	at_source BIGINT NOT NULL,
	accounted BIGINT NOT NULL,
	checked_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_source_check PRIMARY KEY (account_id, stream, day),
	CONSTRAINT fk_source_check_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE own_post (
	id BIGSERIAL NOT NULL,
	account_id INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	reply_id BIGINT,
	posted_at TIMESTAMP WITH TIME ZONE NOT NULL,
	text VARCHAR NOT NULL,
	in_reply_to VARCHAR,
	permalink VARCHAR,
	is_private BOOLEAN NOT NULL,
	likes INTEGER,
	shares INTEGER,
	replies INTEGER,
	reach INTEGER,
	figures_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_own_post PRIMARY KEY (id),
	CONSTRAINT uq_own_post_account_id_external_id UNIQUE (account_id, external_id),
	CONSTRAINT fk_own_post_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE INDEX ix_own_post_in_reply_to ON own_post (account_id, in_reply_to);
CREATE INDEX ix_own_post_reply_id ON own_post (reply_id);
CREATE TABLE figure_watch (
	kind INTEGER NOT NULL,
	item_id BIGINT NOT NULL,
	account_id INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	next_at TIMESTAMP WITH TIME ZONE NOT NULL,
	until TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_figure_watch PRIMARY KEY (kind, item_id)
);
CREATE INDEX ix_figure_watch_next ON figure_watch (account_id, next_at);
CREATE TABLE channel_act (
	id BIGSERIAL NOT NULL,
	account_id INTEGER NOT NULL,
	mention_id BIGINT NOT NULL,
	kind VARCHAR NOT NULL,
	state SMALLINT NOT NULL,
	actor_id INTEGER NOT NULL,
	asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
	not_before TIMESTAMP WITH TIME ZONE NOT NULL,
	done_at TIMESTAMP WITH TIME ZONE,
	error_code VARCHAR,
	attempts INTEGER NOT NULL,
	CONSTRAINT pk_channel_act PRIMARY KEY (id),
	CONSTRAINT fk_channel_act_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE INDEX ix_channel_act_mention_id ON channel_act (mention_id, id);
CREATE INDEX ix_channel_act_waiting ON channel_act (not_before, id) WHERE state IN (0, 1, 4);
CREATE TABLE auto_answer (
	id BIGSERIAL NOT NULL,
	client_key VARCHAR NOT NULL,
	mention_id BIGINT NOT NULL,
	conversation_id BIGINT NOT NULL,
	account_id INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	state SMALLINT NOT NULL,
	written_at TIMESTAMP WITH TIME ZONE NOT NULL,
	not_before TIMESTAMP WITH TIME ZONE NOT NULL,
	sent_at TIMESTAMP WITH TIME ZONE,
	external_id VARCHAR,
	error_code VARCHAR,
	attempts INTEGER NOT NULL,
	CONSTRAINT pk_auto_answer PRIMARY KEY (id),
	CONSTRAINT uq_auto_answer_client_key UNIQUE (client_key),
	CONSTRAINT uq_auto_answer_mention_id UNIQUE (mention_id),
	CONSTRAINT fk_auto_answer_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE INDEX ix_auto_answer_conversation_id ON auto_answer (conversation_id, id);
CREATE INDEX ix_auto_answer_uncertain ON auto_answer (not_before, id) WHERE state = 3;
CREATE INDEX ix_auto_answer_waiting ON auto_answer (not_before, id) WHERE state IN (0, 1, 4);
CREATE TABLE mention_version (
	id BIGSERIAL NOT NULL,
	mention_id BIGINT NOT NULL,
	seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
	title VARCHAR,
	text VARCHAR NOT NULL,
	CONSTRAINT pk_mention_version PRIMARY KEY (id)
);
CREATE INDEX ix_mention_version_mention_id ON mention_version (mention_id, id);
CREATE TABLE case_hint (
	mention_id BIGINT NOT NULL,
	case_id BIGINT NOT NULL,
	reason VARCHAR NOT NULL,
	dismissed_at TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_case_hint PRIMARY KEY (mention_id)
);
CREATE TABLE reply_part (
	reply_id BIGINT NOT NULL,
	position INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	permalink VARCHAR,
	sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_reply_part PRIMARY KEY (reply_id, position)
);
CREATE INDEX ix_reply_part_external_id ON reply_part (external_id);
CREATE INDEX ix_reply_external_id ON reply (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ix_reply_uncertain ON reply (not_before, id) WHERE state = 3;
