ALTER TABLE channel_account ADD COLUMN is_paused BOOLEAN DEFAULT 0 NOT NULL;
ALTER TABLE channel_account ADD COLUMN retired_at BIGINT;
ALTER TABLE mention ADD COLUMN is_automatic BOOLEAN DEFAULT 0 NOT NULL;
ALTER TABLE mention ADD COLUMN edited_at BIGINT;
ALTER TABLE mention ADD COLUMN removed_at BIGINT;
ALTER TABLE mention ADD COLUMN figures_at BIGINT;
CREATE TABLE account_secret (
	account_id INTEGER NOT NULL,
	sealed BLOB NOT NULL,
	key_name VARCHAR NOT NULL,
	changed_at BIGINT NOT NULL,
	refreshing_until BIGINT,
	version INTEGER NOT NULL,
	CONSTRAINT pk_account_secret PRIMARY KEY (account_id),
	CONSTRAINT fk_account_secret_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE account_health (
	account_id INTEGER NOT NULL,
	state VARCHAR NOT NULL,
	problem VARCHAR,
	facts TEXT,
	since BIGINT NOT NULL,
	last_ok_at BIGINT,
	last_item_at BIGINT,
	retry_at BIGINT,
	failures INTEGER NOT NULL,
	CONSTRAINT pk_account_health PRIMARY KEY (account_id),
	CONSTRAINT fk_account_health_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE account_hour (
	account_id INTEGER NOT NULL,
	hour_at BIGINT NOT NULL,
	calls INTEGER NOT NULL,
	cost INTEGER NOT NULL,
	received INTEGER NOT NULL,
	stored INTEGER NOT NULL,
	CONSTRAINT pk_account_hour PRIMARY KEY (account_id, hour_at),
	CONSTRAINT fk_account_hour_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE source_check (
	account_id INTEGER NOT NULL,
	stream VARCHAR NOT NULL,
	day VARCHAR NOT NULL,
	at_source INTEGER NOT NULL,
	accounted INTEGER NOT NULL,
	checked_at BIGINT NOT NULL,
	CONSTRAINT pk_source_check PRIMARY KEY (account_id, stream, day),
	CONSTRAINT fk_source_check_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE TABLE own_post (
	id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	reply_id INTEGER,
	posted_at BIGINT NOT NULL,
	text VARCHAR NOT NULL,
	in_reply_to VARCHAR,
	permalink VARCHAR,
	is_private BOOLEAN NOT NULL,
	likes INTEGER,
	shares INTEGER,
	replies INTEGER,
	reach INTEGER,
	figures_at BIGINT,
	CONSTRAINT pk_own_post PRIMARY KEY (id),
	CONSTRAINT uq_own_post_account_id_external_id UNIQUE (account_id, external_id),
	CONSTRAINT fk_own_post_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE INDEX ix_own_post_in_reply_to ON own_post (account_id, in_reply_to);
CREATE INDEX ix_own_post_reply_id ON own_post (reply_id);
CREATE TABLE figure_watch (
	kind INTEGER NOT NULL,
	item_id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	next_at BIGINT NOT NULL,
	until BIGINT NOT NULL,
	CONSTRAINT pk_figure_watch PRIMARY KEY (kind, item_id)
);
CREATE INDEX ix_figure_watch_next ON figure_watch (account_id, next_at);
CREATE TABLE channel_act (
	id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	mention_id INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	state SMALLINT NOT NULL,
	actor_id INTEGER NOT NULL,
	asked_at BIGINT NOT NULL,
	not_before BIGINT NOT NULL,
	done_at BIGINT,
	error_code VARCHAR,
	attempts INTEGER NOT NULL,
	CONSTRAINT pk_channel_act PRIMARY KEY (id),
	CONSTRAINT fk_channel_act_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);
CREATE INDEX ix_channel_act_mention_id ON channel_act (mention_id, id);
CREATE INDEX ix_channel_act_waiting ON channel_act (not_before, id) WHERE state IN (0, 1, 4);
CREATE TABLE auto_answer (
	id INTEGER NOT NULL,
	client_key VARCHAR NOT NULL,
	mention_id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	state SMALLINT NOT NULL,
	written_at BIGINT NOT NULL,
	not_before BIGINT NOT NULL,
	sent_at BIGINT,
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
	id INTEGER NOT NULL,
	mention_id INTEGER NOT NULL,
	seen_at BIGINT NOT NULL,
	title VARCHAR,
	text VARCHAR NOT NULL,
	CONSTRAINT pk_mention_version PRIMARY KEY (id)
);
CREATE INDEX ix_mention_version_mention_id ON mention_version (mention_id, id);
CREATE TABLE case_hint (
	mention_id INTEGER NOT NULL,
	case_id INTEGER NOT NULL,
	reason VARCHAR NOT NULL,
	dismissed_at BIGINT,
	CONSTRAINT pk_case_hint PRIMARY KEY (mention_id)
);
CREATE TABLE reply_part (
	reply_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	external_id VARCHAR NOT NULL,
	permalink VARCHAR,
	sent_at BIGINT NOT NULL,
	CONSTRAINT pk_reply_part PRIMARY KEY (reply_id, position)
);
CREATE INDEX ix_reply_part_external_id ON reply_part (external_id);
CREATE INDEX ix_reply_external_id ON reply (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ix_reply_uncertain ON reply (not_before, id) WHERE state = 3;
