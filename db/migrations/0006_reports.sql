CREATE TABLE "report_change" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" uuid NOT NULL,
	"imported" boolean NOT NULL,
	"kind" text NOT NULL,
	"other" uuid,
	"points" double precision,
	"done" boolean NOT NULL,
	CONSTRAINT "report_change_project_id_sprint_id_seq_task_id_pk" PRIMARY KEY("project_id","sprint_id","seq","task_id")
);
--> statement-breakpoint
CREATE TABLE "report_project" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"done" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_sprint" (
	"project_id" uuid NOT NULL,
	"sprint_id" uuid NOT NULL,
	"marks" jsonb NOT NULL,
	CONSTRAINT "report_sprint_project_id_sprint_id_pk" PRIMARY KEY("project_id","sprint_id")
);
--> statement-breakpoint
CREATE INDEX "report_change_of_task" ON "report_change" USING btree ("project_id","task_id","seq");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_change", "report_sprint", "report_project" TO concord_app;
