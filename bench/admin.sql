-- Projects number %(first)s to %(last)s with their founders, documents, attempts and share links. States are as rare as
-- they are in use; names, tiers and dates are spread. Every third project has a founder of its own.
SET session_replication_role = replica;

INSERT INTO artifacts_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
                            date_joined, tier)
SELECT '!', false, 'founder-' || n || '@example.com', '', '', 'founder-' || n || '@example.com', n %% 5000 = 0,
       n %% 400 <> 0, now() - (n * interval '94 seconds'),
       CASE WHEN n %% 20 = 0 THEN 'cto_scale' WHEN n %% 20 < 5 THEN 'partner' ELSE 'bootstrapper' END
FROM generate_series(%(first)s / 3, %(last)s / 3) n
ON CONFLICT DO NOTHING;

INSERT INTO artifacts_project (id, owner_id, name, idea, answers, unknown_answers, ignored_findings, interview_questions,
                               created_at, updated_at, surveyed_at, interviewed_at, deleted_at)
SELECT md5('p' || n)::uuid, owner.id,
       (ARRAY['Shelf','Barista','Trail','Ledger','Garden','Clinic','Harbour','Nursery','Kiln','Orchard'])[1 + n %% 10]
       || ' ' || substr(md5(n::text), 1, 6),
       'An idea.', '{}', '[]', '{}', '{}', at, at, at, CASE WHEN n %% 50 = 0 THEN NULL ELSE at END,
       CASE WHEN n %% 200 = 0 THEN at END
FROM generate_series(%(first)s, %(last)s) n
CROSS JOIN LATERAL (SELECT now() - n * interval '31 seconds' AS at) moment
JOIN artifacts_user owner ON owner.username = 'founder-' || n / 3 || '@example.com';

INSERT INTO artifacts_artifact (id, project_id, artifact_type, current_content, version_number, schema_version,
    content_version, generated_at, inputs, edited_sections, previous_version, previous_inputs, previous_edited_sections,
    annotations, proposal, superseded_items, findings, is_stale, worst_finding, surveyed_at, generation_status,
    generation_token, generation_started_at, lease_expires_at, blocked_by, created_at, updated_at)
SELECT n * 5 + t, md5('p' || n)::uuid,
       (ARRAY['brief','mvp_scope','milestones','risk_log','how_it_works'])[1 + t],
       '{"note": "short"}', 1, 1, 1, at, '{}', CASE WHEN k %% 31 = 0 THEN '{"a": {}}' ELSE '{}' END::jsonb, 0, '{}', '{}',
       '[]', CASE WHEN k %% 503 = 0 THEN '{"a": 1}'::jsonb END, '{}', '{}', k %% 19 = 0,
       CASE WHEN k %% 101 = 0 THEN 'broken' WHEN k %% 11 = 0 THEN 'important' ELSE '' END, at,
       CASE WHEN k %% 211 = 0 THEN 'failed' WHEN k %% 5003 = 0 THEN 'generating' ELSE 'idle' END,
       CASE WHEN k %% 5003 = 0 THEN md5('t' || k)::uuid END, CASE WHEN k %% 5003 = 0 THEN at END,
       CASE WHEN k %% 10006 = 0 THEN at WHEN k %% 5003 = 0 THEN now() + interval '1 day' END, '', at, at
FROM generate_series(%(first)s, %(last)s) n
CROSS JOIN generate_series(0, 4) t
CROSS JOIN LATERAL (SELECT n * 5 + t AS k, now() - n * interval '31 seconds' AS at) moment;

INSERT INTO artifacts_generationattempt (artifact_id, token, trigger, reason, edits, interruptions, postponements, runner, model,
    prompt_version, upstream_versions, version_written, outcome, error, reference, duration_seconds, created_at, finished_at)
SELECT k, md5('t' || k)::uuid, CASE WHEN k %% 997 = 0 THEN 'staff' WHEN k %% 701 = 0 THEN 'recovery' ELSE 'founder' END,
       '', 'refuse', 0, 0, 'fake', '', '', '{}', 1, CASE WHEN k %% 211 = 0 THEN 'failed' ELSE 'stored' END, '',
       CASE WHEN k %% 211 = 0 THEN substr(md5('r' || k), 1, 8) ELSE '' END, 5 + k %% 40, at, at
FROM generate_series(%(first)s::bigint * 5, %(last)s::bigint * 5 + 4) k
CROSS JOIN LATERAL (SELECT now() - (k / 5) * interval '31 seconds' AS at) moment;

INSERT INTO artifacts_sharelink (id, project_id, label, seed, token_hash, documents, tier, password, allows_notes,
                                 expires_at, view_count, created_at)
SELECT md5('s' || n)::uuid, md5('p' || n)::uuid, '', '\x00', md5('h' || n), '["brief"]', 'bootstrapper', '', false,
       now() + interval '30 days', 0, now() - n * interval '31 seconds'
FROM generate_series(%(first)s, %(last)s) n WHERE n %% 10 = 0;

-- What the product makes itself gets keys beyond these.
SELECT setval(pg_get_serial_sequence('artifacts_artifact', 'id'), greatest(100000000, (SELECT max(id) FROM artifacts_artifact)));

SET session_replication_role = DEFAULT;
