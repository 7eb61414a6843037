CREATE TABLE area (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    contact VARCHAR,
    answer_minutes INTEGER NOT NULL,
    silence_minutes INTEGER NOT NULL,
    is_ombudsman BOOLEAN NOT NULL,
    is_active BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_area PRIMARY KEY (id),
    CONSTRAINT uq_area_key UNIQUE ("key")
);

CREATE TABLE article (
    id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    used_count INTEGER NOT NULL,
    updated_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_article PRIMARY KEY (id)
);

CREATE TABLE attachment (
    id INTEGER NOT NULL,
    mention_id INTEGER,
    reply_id INTEGER,
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB,
    CONSTRAINT pk_attachment PRIMARY KEY (id)
);

CREATE INDEX ix_attachment_mention_id ON attachment (mention_id);

CREATE INDEX ix_attachment_reply_id ON attachment (reply_id);

CREATE TABLE attachment_content (
    sha256 BLOB NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (sha256)
);

CREATE TABLE axis (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    carrier VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    is_active BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_axis PRIMARY KEY (id),
    CONSTRAINT uq_axis_key UNIQUE ("key")
);

CREATE TABLE axis_day (
    axis_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    node_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_axis_day PRIMARY KEY (axis_id, day, node_id, channel_id)
)
 WITHOUT ROWID;

CREATE TABLE axis_month (
    axis_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    node_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_axis_month PRIMARY KEY (axis_id, month, node_id, channel_id)
)
 WITHOUT ROWID;

CREATE TABLE business_setting (
    "key" VARCHAR NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_business_setting PRIMARY KEY ("key")
);

CREATE TABLE calendar (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    week TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_calendar PRIMARY KEY (id)
);

CREATE TABLE calendar_exception (
    calendar_id INTEGER NOT NULL,
    day DATE NOT NULL,
    name VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    intervals TEXT NOT NULL,
    CONSTRAINT pk_calendar_exception PRIMARY KEY (calendar_id, day)
);

CREATE TABLE case_axis (
    case_id INTEGER NOT NULL,
    axis_id INTEGER NOT NULL,
    node_id INTEGER NOT NULL,
    CONSTRAINT pk_case_axis PRIMARY KEY (case_id, axis_id)
);

CREATE INDEX ix_case_axis_node_id ON case_axis (node_id, case_id);

CREATE TABLE case_day (
    day INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    channel_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_case_day PRIMARY KEY (day, measure, channel_id, area_id)
)
 WITHOUT ROWID;

CREATE TABLE case_hist (
    day INTEGER NOT NULL,
    measure VARCHAR NOT NULL,
    bucket INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_case_hist PRIMARY KEY (day, measure, bucket)
)
 WITHOUT ROWID;

CREATE TABLE case_merge (
    id INTEGER NOT NULL,
    survivor_id INTEGER NOT NULL,
    absorbed_id INTEGER NOT NULL,
    absorbed_state SMALLINT NOT NULL,
    moved_mention_ids VARCHAR NOT NULL,
    actor_id INTEGER NOT NULL,
    merged_at BIGINT NOT NULL,
    undone_at BIGINT,
    CONSTRAINT pk_case_merge PRIMARY KEY (id)
);

CREATE INDEX ix_case_merge_absorbed_id ON case_merge (absorbed_id);

CREATE INDEX ix_case_merge_survivor_id ON case_merge (survivor_id);

CREATE TABLE change_counter (
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    history_seq INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    CONSTRAINT pk_change_counter PRIMARY KEY (id)
);

CREATE TABLE change_log (
    version INTEGER NOT NULL,
    origin VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT pk_change_log PRIMARY KEY (version)
);

CREATE TABLE channel (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    short_name VARCHAR NOT NULL,
    has_public BOOLEAN NOT NULL,
    has_private BOOLEAN NOT NULL,
    reply_limit INTEGER,
    position INTEGER NOT NULL,
    is_active BOOLEAN NOT NULL,
    CONSTRAINT pk_channel PRIMARY KEY (id),
    CONSTRAINT uq_channel_key UNIQUE ("key")
);

CREATE TABLE clock_pause (
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT pk_clock_pause PRIMARY KEY (id)
);

CREATE INDEX ix_clock_pause_case_id ON clock_pause (case_id, id);

CREATE TABLE customer (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    folded_name VARCHAR NOT NULL,
    email VARCHAR,
    phone VARCHAR,
    document VARCHAR,
    document_hash BLOB,
    place VARCHAR,
    notes VARCHAR,
    is_vip BOOLEAN NOT NULL,
    profile_node_id INTEGER,
    persona_node_id INTEGER,
    merged_into_id INTEGER,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY (id)
);

CREATE INDEX ix_customer_document_hash ON customer (document_hash) WHERE document_hash IS NOT NULL;

CREATE INDEX ix_customer_email ON customer (email) WHERE email IS NOT NULL;

CREATE INDEX ix_customer_folded_name ON customer (folded_name, id);

CREATE INDEX ix_customer_phone ON customer (phone) WHERE phone IS NOT NULL;

CREATE TABLE customer_merge (
    id INTEGER NOT NULL,
    survivor_id INTEGER NOT NULL,
    absorbed_id INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    actor_id INTEGER NOT NULL,
    merged_at BIGINT NOT NULL,
    undone_at BIGINT,
    CONSTRAINT pk_customer_merge PRIMARY KEY (id)
);

CREATE TABLE draft (
    case_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind SMALLINT NOT NULL,
    text VARCHAR NOT NULL,
    saved_at BIGINT NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (case_id, person_id, kind)
);

CREATE TABLE erasure (
    keyed_hash BLOB NOT NULL,
    erased_at BIGINT NOT NULL,
    actor_id INTEGER NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (keyed_hash)
);

CREATE TABLE file_mapping (
    signature VARCHAR NOT NULL,
    mapping TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    CONSTRAINT pk_file_mapping PRIMARY KEY (signature)
);

CREATE TABLE handle_link (
    id INTEGER NOT NULL,
    handle_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    actor_id INTEGER NOT NULL,
    linked_at BIGINT NOT NULL,
    ended_at BIGINT,
    merge_id INTEGER,
    CONSTRAINT pk_handle_link PRIMARY KEY (id)
);

CREATE INDEX ix_handle_link_customer_id ON handle_link (customer_id);

CREATE INDEX ix_handle_link_handle_id ON handle_link (handle_id, id);

CREATE TABLE history (
    seq INTEGER NOT NULL,
    case_id INTEGER,
    actor_id INTEGER NOT NULL,
    at BIGINT NOT NULL,
    verb VARCHAR NOT NULL,
    digest BLOB NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_history PRIMARY KEY (seq)
);

CREATE INDEX ix_history_case_id ON history (case_id, seq) WHERE case_id IS NOT NULL;

CREATE TABLE history_body (
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    body VARCHAR NOT NULL,
    CONSTRAINT pk_history_body PRIMARY KEY (seq)
);

CREATE TABLE intake_reject (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    excerpt VARCHAR NOT NULL,
    CONSTRAINT pk_intake_reject PRIMARY KEY (id)
);

CREATE INDEX ix_intake_reject_run_id ON intake_reject (run_id, id);

CREATE TABLE intake_rule (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    is_enabled BOOLEAN NOT NULL,
    conditions TEXT NOT NULL,
    position INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_intake_rule PRIMARY KEY (id)
);

CREATE TABLE intake_run (
    id INTEGER NOT NULL,
    source_kind VARCHAR NOT NULL,
    source_name VARCHAR NOT NULL,
    fingerprint BLOB,
    mapping TEXT,
    actor_id INTEGER NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    status VARCHAR NOT NULL,
    next_row INTEGER NOT NULL,
    received INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    CONSTRAINT pk_intake_run PRIMARY KEY (id)
);

CREATE INDEX ix_intake_run_fingerprint ON intake_run (fingerprint);

CREATE TABLE link_rejection (
    customer_a_id INTEGER NOT NULL,
    customer_b_id INTEGER NOT NULL,
    actor_id INTEGER NOT NULL,
    rejected_at BIGINT NOT NULL,
    CONSTRAINT pk_link_rejection PRIMARY KEY (customer_a_id, customer_b_id)
);

CREATE TABLE mention_day (
    day INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    sentiment SMALLINT NOT NULL,
    source SMALLINT NOT NULL,
    state SMALLINT NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_mention_day PRIMARY KEY (day, channel_id, sentiment, source, state)
)
 WITHOUT ROWID;

CREATE TABLE mention_hour (
    hour INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_mention_hour PRIMARY KEY (hour, channel_id)
)
 WITHOUT ROWID;

CREATE TABLE mention_hour_sentiment (
    hour INTEGER NOT NULL,
    sentiment SMALLINT NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_mention_hour_sentiment PRIMARY KEY (hour, sentiment)
)
 WITHOUT ROWID;

CREATE TABLE mention_original (
    mention_id INTEGER NOT NULL,
    raw BLOB NOT NULL,
    CONSTRAINT pk_mention_original PRIMARY KEY (mention_id)
);

CREATE TABLE note (
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    written_at BIGINT NOT NULL,
    CONSTRAINT pk_note PRIMARY KEY (id)
);

CREATE INDEX ix_note_case_id ON note (case_id, id);

CREATE TABLE person (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    folded_name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    email VARCHAR,
    is_active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT uq_person_folded_name UNIQUE (folded_name)
);

CREATE TABLE person_month (
    month INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    handle_id INTEGER NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_person_month PRIMARY KEY (month, channel_id, handle_id)
)
 WITHOUT ROWID;

CREATE TABLE presence (
    case_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    workstation_key VARCHAR NOT NULL,
    is_typing BOOLEAN NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pk_presence PRIMARY KEY (case_id, person_id)
);

CREATE TABLE promise (
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    due_at BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    made_by_id INTEGER NOT NULL,
    made_at BIGINT NOT NULL,
    settled_at BIGINT,
    CONSTRAINT pk_promise PRIMARY KEY (id)
);

CREATE INDEX ix_promise_case_id ON promise (case_id, id);

CREATE INDEX ix_promise_open ON promise (due_at) WHERE state = 0;

CREATE TABLE protocol_counter (
    id INTEGER NOT NULL,
    day DATE,
    number INTEGER NOT NULL,
    CONSTRAINT pk_protocol_counter PRIMARY KEY (id)
);

CREATE TABLE saved_view (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    person_id INTEGER,
    filter TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id)
);

CREATE TABLE sla_target (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    channel_id INTEGER,
    nature_node_id INTEGER,
    is_vip BOOLEAN,
    crisis_level INTEGER,
    first_response_minutes INTEGER NOT NULL,
    resolution_minutes INTEGER NOT NULL,
    is_clock_time BOOLEAN NOT NULL,
    warning_percent INTEGER NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_sla_target PRIMARY KEY (id)
);

CREATE TABLE status_counter (
    "key" VARCHAR NOT NULL,
    n INTEGER NOT NULL,
    CONSTRAINT pk_status_counter PRIMARY KEY ("key")
)
 WITHOUT ROWID;

CREATE TABLE template (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    shortcut VARCHAR,
    visibility SMALLINT,
    nature_key VARCHAR,
    trait VARCHAR,
    text VARCHAR NOT NULL,
    is_active BOOLEAN NOT NULL,
    used_count INTEGER NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_template PRIMARY KEY (id)
);

CREATE TABLE workstation (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    last_seen_at BIGINT NOT NULL,
    CONSTRAINT pk_workstation PRIMARY KEY (id),
    CONSTRAINT uq_workstation_key UNIQUE ("key")
);

CREATE TABLE area_member (
    area_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    is_representative BOOLEAN NOT NULL,
    CONSTRAINT pk_area_member PRIMARY KEY (area_id, person_id),
    CONSTRAINT fk_area_member_area_id_area FOREIGN KEY(area_id) REFERENCES area (id),
    CONSTRAINT fk_area_member_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE TABLE "case" (
    id INTEGER NOT NULL,
    protocol VARCHAR NOT NULL,
    state SMALLINT NOT NULL,
    is_open BOOLEAN NOT NULL,
    customer_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    owner_id INTEGER,
    area_id INTEGER,
    title VARCHAR NOT NULL,
    kind SMALLINT,
    started_by SMALLINT NOT NULL,
    crisis_level INTEGER,
    is_vip BOOLEAN NOT NULL,
    is_severe BOOLEAN NOT NULL,
    is_founded BOOLEAN,
    was_forwarded BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    first_response_due_at BIGINT NOT NULL,
    resolution_due_at BIGINT NOT NULL,
    legal_due_at BIGINT,
    first_response_at BIGINT,
    protocol_told_at BIGINT,
    last_customer_at BIGINT,
    last_reply_at BIGINT,
    resolved_at BIGINT,
    closed_at BIGINT,
    closing_kind SMALLINT,
    reopened_count INTEGER NOT NULL,
    solution VARCHAR,
    snoozed_until BIGINT,
    follow_up_on DATE,
    satisfaction INTEGER,
    is_satisfied_resolved BOOLEAN,
    external_system VARCHAR,
    external_number VARCHAR,
    external_status VARCHAR,
    merged_into_id INTEGER,
    preview VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_case PRIMARY KEY (id),
    CONSTRAINT uq_case_protocol UNIQUE (protocol),
    CONSTRAINT fk_case_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE INDEX ix_case_area_due ON "case" (area_id, due_at, id) WHERE is_open = 1;

CREATE INDEX ix_case_closed ON "case" (closed_at, id) WHERE closed_at IS NOT NULL;

CREATE INDEX ix_case_crisis ON "case" (crisis_level, id) WHERE is_open = 1 AND crisis_level IS NOT NULL;

CREATE INDEX ix_case_customer_id ON "case" (customer_id, id);

CREATE INDEX ix_case_due ON "case" (due_at, id) WHERE is_open = 1;

CREATE INDEX ix_case_follow_up ON "case" (follow_up_on, id) WHERE follow_up_on IS NOT NULL;

CREATE INDEX ix_case_open ON "case" (id) WHERE is_open = 1;

CREATE INDEX ix_case_open_state_due ON "case" (state, due_at, id) WHERE is_open = 1;

CREATE INDEX ix_case_owner_due ON "case" (owner_id, due_at, id) WHERE is_open = 1;

CREATE INDEX ix_case_snoozed ON "case" (snoozed_until, id) WHERE snoozed_until IS NOT NULL;

CREATE TABLE channel_account (
    id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    is_connected BOOLEAN NOT NULL,
    is_listen_only BOOLEAN NOT NULL,
    options TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_channel_account PRIMARY KEY (id),
    CONSTRAINT fk_channel_account_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE TABLE conversation (
    id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    account_id INTEGER,
    thread_key VARCHAR NOT NULL,
    handle_id INTEGER,
    is_private BOOLEAN NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY (id),
    CONSTRAINT uq_conversation_channel_id_thread_key UNIQUE (channel_id, thread_key),
    CONSTRAINT fk_conversation_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE TABLE forwarding (
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    area_id INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    actor_id INTEGER NOT NULL,
    forwarded_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    returned_at BIGINT,
    answer VARCHAR,
    CONSTRAINT pk_forwarding PRIMARY KEY (id),
    CONSTRAINT fk_forwarding_area_id_area FOREIGN KEY(area_id) REFERENCES area (id)
);

CREATE INDEX ix_forwarding_case_id ON forwarding (case_id, id);

CREATE TABLE handle (
    id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    handle_key VARCHAR NOT NULL,
    display_name VARCHAR NOT NULL,
    folded_name VARCHAR NOT NULL,
    customer_id INTEGER,
    reach INTEGER,
    CONSTRAINT pk_handle PRIMARY KEY (id),
    CONSTRAINT uq_handle_channel_id_handle_key UNIQUE (channel_id, handle_key),
    CONSTRAINT fk_handle_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE INDEX ix_handle_customer_id ON handle (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX ix_handle_folded_name ON handle (folded_name, id);

CREATE TABLE mention (
    id INTEGER NOT NULL,
    dedup_key BLOB NOT NULL,
    channel_id INTEGER NOT NULL,
    account_id INTEGER,
    conversation_id INTEGER,
    handle_id INTEGER,
    case_id INTEGER,
    state SMALLINT NOT NULL,
    sentiment SMALLINT,
    sentiment_source SMALLINT NOT NULL,
    crisis_level INTEGER,
    situation_node_id INTEGER,
    intake_rule_id INTEGER,
    intake_run_id INTEGER,
    posted_at BIGINT NOT NULL,
    captured_at BIGINT NOT NULL,
    is_private BOOLEAN NOT NULL,
    is_direct BOOLEAN NOT NULL,
    has_time BOOLEAN DEFAULT 1 NOT NULL,
    title VARCHAR,
    text VARCHAR NOT NULL,
    external_id VARCHAR,
    in_reply_to VARCHAR,
    permalink VARCHAR,
    language VARCHAR,
    place VARCHAR,
    likes INTEGER,
    shares INTEGER,
    replies INTEGER,
    reach INTEGER,
    source_rating INTEGER,
    state_reason VARCHAR,
    crisis_words VARCHAR,
    extra TEXT,
    erased_at BIGINT,
    CONSTRAINT pk_mention PRIMARY KEY (id),
    CONSTRAINT uq_mention_dedup_key UNIQUE (dedup_key),
    CONSTRAINT fk_mention_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE INDEX ix_mention_case_id ON mention (case_id, id) WHERE case_id IS NOT NULL;

CREATE INDEX ix_mention_conversation_id ON mention (conversation_id, id);

CREATE INDEX ix_mention_crisis ON mention (crisis_level, id) WHERE crisis_level IS NOT NULL;

CREATE INDEX ix_mention_handle_id ON mention (handle_id, id);

CREATE INDEX ix_mention_rule ON mention (intake_rule_id, id) WHERE intake_rule_id IS NOT NULL;

CREATE INDEX ix_mention_to_triage ON mention (id) WHERE state = 0;

CREATE TABLE node (
    id INTEGER NOT NULL,
    axis_id INTEGER NOT NULL,
    parent_id INTEGER,
    merged_into_id INTEGER,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    folded_name VARCHAR NOT NULL,
    description VARCHAR,
    examples VARCHAR,
    color VARCHAR,
    shortcut VARCHAR,
    position INTEGER NOT NULL,
    retired_at BIGINT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_node PRIMARY KEY (id),
    CONSTRAINT uq_node_axis_id_key UNIQUE (axis_id, "key"),
    CONSTRAINT fk_node_axis_id_axis FOREIGN KEY(axis_id) REFERENCES axis (id),
    CONSTRAINT fk_node_parent_id_node FOREIGN KEY(parent_id) REFERENCES node (id),
    CONSTRAINT fk_node_merged_into_id_node FOREIGN KEY(merged_into_id) REFERENCES node (id)
);

CREATE INDEX ix_node_parent_id ON node (parent_id);

CREATE TABLE reply (
    id INTEGER NOT NULL,
    client_key VARCHAR NOT NULL,
    case_id INTEGER NOT NULL,
    conversation_id INTEGER,
    account_id INTEGER,
    channel_id INTEGER NOT NULL,
    in_reply_to_id INTEGER,
    visibility SMALLINT NOT NULL,
    author_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    state SMALLINT NOT NULL,
    written_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    sent_at BIGINT,
    external_id VARCHAR,
    permalink VARCHAR,
    error_code VARCHAR,
    attempts INTEGER NOT NULL,
    CONSTRAINT pk_reply PRIMARY KEY (id),
    CONSTRAINT uq_reply_client_key UNIQUE (client_key),
    CONSTRAINT fk_reply_channel_id_channel FOREIGN KEY(channel_id) REFERENCES channel (id)
);

CREATE INDEX ix_reply_case_id ON reply (case_id, id);

CREATE INDEX ix_reply_waiting ON reply (not_before, id) WHERE state IN (0, 1, 4);

CREATE TABLE account_cursor (
    account_id INTEGER NOT NULL,
    stream VARCHAR NOT NULL,
    cursor VARCHAR NOT NULL,
    read_at BIGINT NOT NULL,
    CONSTRAINT pk_account_cursor PRIMARY KEY (account_id, stream),
    CONSTRAINT fk_account_cursor_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);

CREATE TABLE account_lease (
    account_id INTEGER NOT NULL,
    workstation_key VARCHAR NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pk_account_lease PRIMARY KEY (account_id),
    CONSTRAINT fk_account_lease_account_id_channel_account FOREIGN KEY(account_id) REFERENCES channel_account (id)
);

CREATE VIRTUAL TABLE mention_search USING fts5(words, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');

INSERT INTO mention_search(mention_search, rank) VALUES('secure-delete', 1);

CREATE VIRTUAL TABLE mention_facet USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE VIRTUAL TABLE case_facet USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE VIRTUAL TABLE protocol_search USING fts5(protocol, content='', contentless_delete=1, tokenize='trigram');
