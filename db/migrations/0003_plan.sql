CREATE TABLE "planned" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"status_id" text NOT NULL,
	"tasks" integer NOT NULL,
	"points" double precision NOT NULL,
	"unestimated" integer NOT NULL,
	CONSTRAINT "planned_project_id_sprint_id_status_id_pk" PRIMARY KEY("project_id","sprint_id","status_id")
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
ALTER TABLE "command" ADD COLUMN "results" jsonb;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "parallel_sprints" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "sprint_id" uuid;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "plan_rank" text collate "C";--> statement-breakpoint
-- As planRankOf gives it: a d and the number in four digits of base 62.
UPDATE "task" SET "plan_rank" = 'd' || (
  SELECT string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    ("number" / power(62, place)::int) % 62 + 1, 1), '' ORDER BY place DESC)
  FROM generate_series(0, 3) AS place);--> statement-breakpoint
ALTER TABLE "task" ALTER COLUMN "plan_rank" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "components" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "fix_versions" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "resolution" text;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "original_estimate" integer;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "remaining_estimate" integer;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "time_spent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "planned" ADD CONSTRAINT "planned_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_in_order" ON "task" USING btree ("project_id","plan_rank");--> statement-breakpoint
CREATE INDEX "task_in_plan" ON "task" USING btree ("project_id","sprint_id","status_id","plan_rank") WHERE archived_at is null and type in ('story', 'task', 'bug');--> statement-breakpoint
CREATE INDEX "task_of_parent" ON "task" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
INSERT INTO "planned"
  SELECT "project_id", '00000000-0000-0000-0000-000000000000', "status_id", count(*),
    coalesce(sum("estimate"), 0), count(*) FILTER (WHERE "estimate" IS NULL)
  FROM "task" WHERE "archived_at" IS NULL AND "type" IN ('story', 'task', 'bug') GROUP BY 1, 3;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sprint", "planned" TO concord_app;
