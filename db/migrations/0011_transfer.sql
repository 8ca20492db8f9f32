ALTER TABLE "task" ADD COLUMN "moved_to" uuid;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "moved_to_project" uuid;--> statement-breakpoint
CREATE INDEX "task_moved" ON "task" USING btree ("moved_to") WHERE moved_to is not null;