ALTER TABLE "status" ADD COLUMN "transitions" jsonb;--> statement-breakpoint
ALTER TABLE "status" ADD COLUMN "transitions_since" timestamp (3) with time zone;