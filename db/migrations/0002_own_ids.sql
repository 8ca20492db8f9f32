ALTER TABLE "comment" DROP CONSTRAINT "comment_pkey";--> statement-breakpoint
ALTER TABLE "conflict" DROP CONSTRAINT "conflict_pkey";--> statement-breakpoint
ALTER TABLE "task" DROP CONSTRAINT "task_pkey";--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_id_project_id_pk" PRIMARY KEY("id","project_id");--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_id_project_id_pk" PRIMARY KEY("id","project_id");--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_id_project_id_pk" PRIMARY KEY("id","project_id");--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "former_role" text;
