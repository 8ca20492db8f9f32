CREATE TABLE "link" (
	"workspace_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	CONSTRAINT "link_project_id_task_id_kind_target_pk" PRIMARY KEY("project_id","task_id","kind","target")
);
--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_to" ON "link" USING btree ("workspace_id","target");--> statement-breakpoint
INSERT INTO "link"
  SELECT p."workspace_id", t."project_id", t."id",
    split_part(l, ':', 1), substr(l, strpos(l, ':') + 1)
  FROM "task" t JOIN "project" p ON p."id" = t."project_id" CROSS JOIN unnest(t."links") AS l;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "link" TO concord_app;
