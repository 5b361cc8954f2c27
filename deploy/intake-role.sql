-- Rights of intake in the database, where it runs as a user of its own (docs/running.md, section 15). It may read what its pages show and what a reporter
-- asks for, and write what comes in: reports, mailboxes, files, counts, entries of sessions, the key of certificates. It sees no table that makes somebody a person of the desk,
-- and changes nothing that the desk acts on: partners, agreements, cases, plans, the versions of the tables. Run as the owner of the tables after each
-- upgrade, once the desk has started; a table that is new then is readable, if it is none of staff, and no more.
--   psql --set ON_ERROR_STOP=1 --file deploy/intake-role.sql "$DATABASE_URL"
-- Then give it a password or a certificate, and intake its own DATABASE_URL with the user thiqa_intake.
begin;
do $$ begin
	if not exists (select from pg_roles where rolname = 'thiqa_intake') then create role thiqa_intake login; end if;
end $$;
revoke create on schema public from public;
revoke all on all tables in schema public from thiqa_intake;
revoke all on all sequences in schema public from thiqa_intake;
grant usage on schema public to thiqa_intake;
grant select on all tables in schema public to thiqa_intake;
do $$ declare closed text; begin
	for closed in select tablename from pg_tables where schemaname = 'public' and (tablename like 'staff\_%' or tablename = 'approval')
	loop
		execute format('revoke all on public.%I from thiqa_intake', closed);
	end loop;
end $$;
grant insert, update, delete on
	report, report_status, report_crowd, mailbox, mailbox_message, attachment, form_token, audit_entry, audit_waiting,
	counted, counter_state, privacy_ledger, programme_session, session_entry, session_rival
	to thiqa_intake;
grant usage on sequence attachment_turn to thiqa_intake;
-- The key of certificates is made by the first page that wants it, and stays.
grant insert on certificate_key to thiqa_intake;

-- Of the turns of processes, that of counting; of the settings, the hour that the database has known. By name and not by role, so that a copy of the
-- database comes back where nobody has made the role yet.
grant insert, update, delete on upkeep_turn, setting to thiqa_intake;
alter table upkeep_turn enable row level security;
alter table setting enable row level security;
drop policy if exists intake on upkeep_turn;
create policy intake on upkeep_turn using (current_user <> 'thiqa_intake' or work = 'counting');
drop policy if exists intake on setting;
drop policy if exists intake_reads on setting;
create policy intake on setting using (current_user <> 'thiqa_intake' or key = 'clock');
create policy intake_reads on setting for select using (true);
commit;
