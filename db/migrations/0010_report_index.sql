DROP INDEX "report_change_of_task";--> statement-breakpoint
CREATE INDEX "report_change_of_task" ON "report_change" USING btree ("task_id","seq");