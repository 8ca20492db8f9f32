-- The log only grows: the database refuses anything else, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "command"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON "event", "command", "audit" TO concord_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "account", "identity", "session", "workspace", "person", "invitation",
  "checkpoint", "project", "status", "task", "comment", "conflict" TO concord_app;
--> statement-breakpoint
-- A write that touched fewer rows than it should have lost a race: the transaction starts over.
CREATE FUNCTION expect_rows(actual bigint, wanted bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF actual <> wanted THEN
    RAISE EXCEPTION 'Wrote % rows instead of %.', actual, wanted USING ERRCODE = 'serialization_failure';
  END IF;
END $$;
