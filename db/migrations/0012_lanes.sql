CREATE TABLE "lane_count" (
	"project_id" uuid NOT NULL,
	"goes_by" text NOT NULL,
	"lane" text NOT NULL,
	"status_id" text NOT NULL,
	"tasks" integer NOT NULL,
	CONSTRAINT "lane_count_project_id_goes_by_lane_status_id_pk" PRIMARY KEY("project_id","goes_by","lane","status_id")
);
--> statement-breakpoint
ALTER TABLE "lane_count" ADD CONSTRAINT "lane_count_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_in_lane_of_person" ON "task" USING btree ("project_id","status_id",(case cardinality(assignees) when 0 then 'none' when 1 then assignees[1]::text else 'several' end),"rank") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "task_in_lane_of_epic" ON "task" USING btree ("project_id","status_id","parent_id","rank") WHERE archived_at is null and type in ('story', 'task', 'bug');--> statement-breakpoint
CREATE INDEX "task_in_lane_of_priority" ON "task" USING btree ("project_id","status_id","priority","rank") WHERE archived_at is null;--> statement-breakpoint
INSERT INTO "lane_count"
  SELECT "project_id", 'person', CASE cardinality("assignees") WHEN 0 THEN 'none'
    WHEN 1 THEN "assignees"[1]::text ELSE 'several' END, "status_id", count(*)
  FROM "task" WHERE "archived_at" IS NULL GROUP BY 1, 3, 4
  UNION ALL
  SELECT "project_id", 'epic', coalesce("parent_id"::text, 'none'), "status_id", count(*)
  FROM "task" WHERE "archived_at" IS NULL AND "type" IN ('story', 'task', 'bug') GROUP BY 1, 3, 4
  UNION ALL
  SELECT "project_id", 'priority', "priority"::text, "status_id", count(*)
  FROM "task" WHERE "archived_at" IS NULL GROUP BY 1, 3, 4;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "lane_count" TO concord_app;
