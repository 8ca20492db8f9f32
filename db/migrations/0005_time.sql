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
	"person_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
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
	"taken" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "worklog_id_project_id_pk" PRIMARY KEY("id","project_id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "hours_per_day" double precision DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "days_per_week" double precision DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "locked_until" date;--> statement-breakpoint
ALTER TABLE "timer" ADD CONSTRAINT "timer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timer" ADD CONSTRAINT "timer_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worklog" ADD CONSTRAINT "worklog_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_entry_of_person" ON "time_entry" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE INDEX "time_entry_of_project" ON "time_entry" USING btree ("project_id","started_at");--> statement-breakpoint
CREATE INDEX "worklog_task_id_started_at_index" ON "worklog" USING btree ("task_id","started_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "worklog", "timer", "time_entry" TO concord_app;
