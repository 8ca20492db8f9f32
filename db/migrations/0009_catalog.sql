CREATE TABLE "component" (
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"lead" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "component_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "fix_version" (
	"project_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"release_date" date,
	"state" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "fix_version_project_id_id_pk" PRIMARY KEY("project_id","id")
);
--> statement-breakpoint
ALTER TABLE "component" ADD CONSTRAINT "component_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fix_version" ADD CONSTRAINT "fix_version_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_of_component" ON "task" USING gin ("components") WHERE components <> '{}';--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "component", "fix_version" TO concord_app;
