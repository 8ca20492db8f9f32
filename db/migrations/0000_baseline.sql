CREATE TABLE "component" (
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"lead" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "component_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_version" (
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"release_date" date,
	"state" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "project_version_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "checkpoint" (
	"subscriber" text NOT NULL,
	"project_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"schema_version" integer DEFAULT 1 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"error" text,
	"failed_at" timestamp (3) with time zone,
	"retry_at" timestamp (3) with time zone,
	"parked_at" timestamp (3) with time zone,
	CONSTRAINT "checkpoint_subscriber_project_id_pk" PRIMARY KEY("subscriber","project_id")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"project_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"actor" uuid NOT NULL,
	"type" text NOT NULL,
	"outcome" text NOT NULL,
	"first_seq" bigint,
	"last_seq" bigint,
	"rejection" jsonb,
	"task_results" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "command_project_id_command_id_pk" PRIMARY KEY("project_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"project_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"task_id" uuid,
	"version" integer,
	"type" text NOT NULL,
	"actor" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"command_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"imported" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "event_project_id_seq_pk" PRIMARY KEY("project_id","seq")
) PARTITION BY HASH ("project_id");
--> statement-breakpoint
CREATE TABLE "link" (
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "link_project_id_task_id_kind_target_pk" PRIMARY KEY("project_id","task_id","kind","target")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_id_workspace_id_pk" PRIMARY KEY("id","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"email" text,
	"person_id" uuid,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_id_workspace_id_pk" PRIMARY KEY("id","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"role_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"former_role" text,
	"imported_as" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"time_zone" text,
	CONSTRAINT "person_id_workspace_id_pk" PRIMARY KEY("id","workspace_id"),
	CONSTRAINT "person_role_known" CHECK ("person"."role" in ('admin', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"hours_per_day" double precision DEFAULT 8 NOT NULL,
	"days_per_week" double precision DEFAULT 5 NOT NULL,
	"locked_until" date
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"author" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "comment_id_project_id_pk" PRIMARY KEY("id","project_id")
);
--> statement-breakpoint
CREATE TABLE "conflict" (
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "conflict_id_project_id_pk" PRIMARY KEY("id","project_id")
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"next_number" integer NOT NULL,
	"version" integer NOT NULL,
	"seq" bigint NOT NULL,
	"parallel_sprints" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status" (
	"project_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"color" text NOT NULL,
	"rank" text collate "C" NOT NULL,
	"wip_limit" integer,
	"task_count" integer NOT NULL,
	"transitions" jsonb,
	"transitions_changed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "status_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"status_id" text NOT NULL,
	"rank" text collate "C" NOT NULL,
	"priority" smallint NOT NULL,
	"assignees" uuid[] NOT NULL,
	"labels" text[] NOT NULL,
	"links" text[] NOT NULL,
	"estimate" double precision,
	"due_date" date,
	"reporter" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"comment_count" integer NOT NULL,
	"version" integer NOT NULL,
	"sprint_id" uuid,
	"backlog_rank" text collate "C" NOT NULL,
	"parent_id" uuid,
	"components" uuid[] DEFAULT '{}' NOT NULL,
	"fix_versions" uuid[] DEFAULT '{}' NOT NULL,
	"affected_versions" uuid[] DEFAULT '{}' NOT NULL,
	"resolution" text,
	"original_estimate" integer,
	"remaining_estimate" integer,
	"time_spent" integer DEFAULT 0 NOT NULL,
	"moved_to" uuid,
	"moved_to_project" uuid,
	CONSTRAINT "task_id_project_id_pk" PRIMARY KEY("id","project_id")
);
--> statement-breakpoint
CREATE TABLE "worklog" (
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"author" uuid NOT NULL,
	"seconds" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"deducted_from_remaining" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "worklog_id_project_id_pk" PRIMARY KEY("id","project_id")
);
--> statement-breakpoint
CREATE TABLE "sprint" (
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"goal" text NOT NULL,
	"start_date" date,
	"end_date" date,
	"state" text NOT NULL,
	"rank" text collate "C" NOT NULL,
	"capacity" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "sprint_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "sprint_totals" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"status_id" text NOT NULL,
	"tasks" integer NOT NULL,
	"points" double precision NOT NULL,
	"unestimated" integer NOT NULL,
	CONSTRAINT "sprint_totals_project_id_sprint_id_status_id_pk" PRIMARY KEY("project_id","sprint_id","status_id")
);
--> statement-breakpoint
CREATE TABLE "swimlane_count" (
	"project_id" uuid NOT NULL,
	"group_by" text NOT NULL,
	"swimlane" text NOT NULL,
	"status_id" text NOT NULL,
	"tasks" integer NOT NULL,
	CONSTRAINT "swimlane_count_project_id_group_by_swimlane_status_id_pk" PRIMARY KEY("project_id","group_by","swimlane","status_id")
);
--> statement-breakpoint
CREATE TABLE "sprint_report_change" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" uuid NOT NULL,
	"imported" boolean NOT NULL,
	"kind" text NOT NULL,
	"other_sprint_id" uuid,
	"points" double precision,
	"done" boolean NOT NULL,
	CONSTRAINT "sprint_report_change_project_id_sprint_id_seq_task_id_pk" PRIMARY KEY("project_id","sprint_id","seq","task_id")
);
--> statement-breakpoint
CREATE TABLE "sprint_report_lifecycle" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"lifecycle_events" jsonb NOT NULL,
	CONSTRAINT "sprint_report_lifecycle_project_id_sprint_id_pk" PRIMARY KEY("project_id","sprint_id")
);
--> statement-breakpoint
CREATE TABLE "sprint_report_project" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"done_status_ids" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_entry" (
	"project_id" uuid NOT NULL,
	"worklog_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seconds" integer NOT NULL,
	CONSTRAINT "time_entry_project_id_worklog_id_pk" PRIMARY KEY("project_id","worklog_id")
);
--> statement-breakpoint
CREATE TABLE "timer" (
	"person_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "timer_person_id_workspace_id_pk" PRIMARY KEY("person_id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "component" ADD CONSTRAINT "component_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_version" ADD CONSTRAINT "project_version_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_audit" ADD CONSTRAINT "account_audit_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_invited_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invited_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_used_by_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","used_by") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status" ADD CONSTRAINT "status_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worklog" ADD CONSTRAINT "worklog_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint_totals" ADD CONSTRAINT "sprint_totals_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swimlane_count" ADD CONSTRAINT "swimlane_count_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timer" ADD CONSTRAINT "timer_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timer" ADD CONSTRAINT "timer_workspace_id_person_id_person_workspace_id_id_fk" FOREIGN KEY ("workspace_id","person_id") REFERENCES "public"."person"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_by_task_version" ON "event" USING btree ("project_id","task_id","version") WHERE task_id is not null;--> statement-breakpoint
CREATE INDEX "event_by_project_version" ON "event" USING btree ("project_id","version") WHERE task_id is null;--> statement-breakpoint
CREATE INDEX "event_by_time" ON "event" USING btree ("project_id","at","seq");--> statement-breakpoint
CREATE INDEX "link_by_target" ON "link" USING btree ("workspace_id","target");--> statement-breakpoint
CREATE UNIQUE INDEX "account_email_index" ON "account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "account_audit_account_id_at_index" ON "account_audit" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "audit_workspace_id_at_index" ON "audit" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_provider_subject_index" ON "identity" USING btree ("provider","subject");--> statement-breakpoint
CREATE INDEX "invitation_token_hash_index" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_workspace_id_index" ON "invitation" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_workspace_id_account_id_index" ON "person" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_workspace_id_imported_as_index" ON "person" USING btree ("workspace_id","imported_as");--> statement-breakpoint
CREATE INDEX "person_account_id_index" ON "person" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "session_account_id_index" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workspace_slug_index" ON "workspace" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "comment_task_id_created_at_index" ON "comment" USING btree ("task_id","created_at");--> statement-breakpoint
CREATE INDEX "conflict_open_by_person" ON "conflict" USING btree ("person_id") WHERE resolved_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_key" ON "project" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "task_number" ON "task" USING btree ("project_id","number");--> statement-breakpoint
CREATE INDEX "task_by_status_rank" ON "task" USING btree ("project_id","status_id","rank") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "task_by_backlog_rank" ON "task" USING btree ("project_id","backlog_rank");--> statement-breakpoint
CREATE INDEX "task_by_sprint_status" ON "task" USING btree ("project_id","sprint_id","status_id","backlog_rank") WHERE archived_at is null and type in ('story', 'task', 'bug');--> statement-breakpoint
CREATE INDEX "task_by_assignee_swimlane" ON "task" USING btree ("project_id","status_id",(case cardinality(assignees) when 0 then 'none' when 1 then assignees[1]::text else 'several' end),"rank") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "task_by_epic_swimlane" ON "task" USING btree ("project_id","status_id","parent_id","rank") WHERE archived_at is null and type in ('story', 'task', 'bug');--> statement-breakpoint
CREATE INDEX "task_by_priority_swimlane" ON "task" USING btree ("project_id","status_id","priority","rank") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "task_by_component" ON "task" USING gin ("components") WHERE components <> '{}';--> statement-breakpoint
CREATE INDEX "task_by_fix_version" ON "task" USING gin ("fix_versions") WHERE fix_versions <> '{}';--> statement-breakpoint
CREATE INDEX "task_by_affected_version" ON "task" USING gin ("affected_versions") WHERE affected_versions <> '{}';--> statement-breakpoint
CREATE INDEX "task_by_moved_to" ON "task" USING btree ("moved_to") WHERE moved_to is not null;--> statement-breakpoint
CREATE INDEX "task_by_parent" ON "task" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "worklog_task_id_started_at_index" ON "worklog" USING btree ("task_id","started_at");--> statement-breakpoint
CREATE INDEX "sprint_report_change_by_task" ON "sprint_report_change" USING btree ("task_id","seq");--> statement-breakpoint
CREATE INDEX "time_entry_by_person" ON "time_entry" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE INDEX "time_entry_by_project" ON "time_entry" USING btree ("project_id","started_at");--> statement-breakpoint
-- By hand from here on, with "PARTITION BY HASH" above: what the schema in TypeScript cannot say.
-- The log of a project lies in one of 16 partitions.
DO $$ BEGIN
  FOR i IN 0..15 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF "event" FOR VALUES WITH (MODULUS 16, REMAINDER %s)', 'event_p' || i, i);
  END LOOP;
END $$;
--> statement-breakpoint
-- The log is append-only: the database rejects anything else, from any role.
CREATE FUNCTION reject_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % on % is rejected.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION reject_log_change();
--> statement-breakpoint
-- A trigger for statements is not inherited: each partition has its own against those that name it.
DO $$ BEGIN
  FOR i IN 0..15 LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION reject_log_change()', 'event_p' || i);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "command"
  FOR EACH STATEMENT EXECUTE FUNCTION reject_log_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION reject_log_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "account_audit"
  FOR EACH STATEMENT EXECUTE FUNCTION reject_log_change();
--> statement-breakpoint
-- A write that changed fewer rows than expected lost a race: the transaction is retried.
CREATE FUNCTION expect_rows(actual bigint, expected bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF actual <> expected THEN
    RAISE EXCEPTION 'Wrote % rows instead of %.', actual, expected USING ERRCODE = 'serialization_failure';
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "event", "command", "audit", "account_audit" TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "account", "identity", "session", "workspace", "person", "invitation",
  "project", "status", "component", "project_version", "sprint", "task", "link", "comment",
  "worklog", "conflict", "timer", "sprint_totals", "swimlane_count", "checkpoint", "time_entry",
  "sprint_report_change", "sprint_report_lifecycle", "sprint_report_project" TO concord_app;
