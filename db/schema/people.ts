import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Role } from '@/domain/kernel/primitives'
import { instant } from './instant'

type AuditDetail = Record<string, string | null>

/** A user who can sign in, with any number of workspaces. */
export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    /** Lower case. */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id; null for accounts that only use GitHub or OIDC. */
    passwordHash: text('password_hash'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex().on(t.email)],
)

/** An external sign-in of an account: GitHub or an OIDC issuer. */
export const identity = pgTable(
  'identity',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
  },
  (t) => [uniqueIndex().on(t.provider, t.subject)],
)

/** One signed-in browser; revoking the row signs it out at once. */
export const session = pgTable(
  'session',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    userAgent: text('user_agent'),
  },
  (t) => [index().on(t.accountId)],
)

/** The tenant. */
export const workspace = pgTable(
  'workspace',
  {
    id: uuid().primaryKey(),
    /** Its name in URLs. */
    slug: text().notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    hoursPerDay: doublePrecision('hours_per_day').notNull().default(8),
    daysPerWeek: doublePrecision('days_per_week').notNull().default(5),
    /** The last day on which logged time may no longer be changed. */
    lockedUntil: date('locked_until', { mode: 'string' }),
  },
  (t) => [uniqueIndex().on(t.slug)],
)

/**
 * A person in a workspace: author of events, assignee of tasks. Without an account it is a
 * placeholder, created by an import, which an invitation can hand over.
 */
export const person = pgTable(
  'person',
  {
    id: uuid().notNull(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id),
    accountId: uuid('account_id').references(() => account.id),
    name: text().notNull(),
    email: text(),
    role: text().$type<Role>().notNull(),
    /**
     * The time of the last change of role. Commands made before it are checked with the former
     * role.
     */
    roleSince: instant('role_since').notNull().default(sql`now()`),
    /** The role before the last change, which commands made before `roleSince` are checked with. */
    formerRole: text('former_role').$type<Role>(),
    /** The identifier that an import uses for the person. */
    importedAs: text('imported_as'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    removedAt: instant('removed_at'),
    /**
     * The time zone of the person's days, such as Europe/Berlin; null until a browser has reported
     * it.
     */
    timeZone: text('time_zone'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.workspaceId] }),
    uniqueIndex().on(t.workspaceId, t.accountId),
    uniqueIndex().on(t.workspaceId, t.importedAs),
    index().on(t.accountId),
    check('person_role_known', sql`${t.role} in ('admin', 'member', 'viewer')`),
  ],
)

/** A link that lets one person join, once. */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid().notNull(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id),
    /** SHA-256 of the token in the link. The token itself is shown once and not stored. */
    tokenHash: text('token_hash').notNull(),
    role: text().$type<Role>().notNull(),
    email: text(),
    /** The placeholder that the invited person becomes. */
    personId: uuid('person_id'),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: uuid('used_by'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.workspaceId] }),
    ...[t.personId, t.invitedBy, t.usedBy].map((column) =>
      foreignKey({
        columns: [t.workspaceId, column],
        foreignColumns: [person.workspaceId, person.id],
      }),
    ),
    // The token has 256 random bits, so a plain index is enough; it need not enforce uniqueness.
    index().on(t.tokenHash),
    index().on(t.workspaceId),
  ],
)

/** The audit log of people and access in a workspace. Insert only. */
export const audit = pgTable(
  'audit',
  {
    id: uuid().notNull(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspace.id),
    accountId: uuid('account_id').references(() => account.id),
    kind: text().notNull(),
    detail: jsonb().$type<AuditDetail>().notNull().default({}),
    at: instant('at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.id, t.workspaceId] }), index().on(t.workspaceId, t.at)],
)

/** The audit log of an account outside any workspace. Insert only. */
export const accountAudit = pgTable(
  'account_audit',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    kind: text().notNull(),
    detail: jsonb().$type<AuditDetail>().notNull().default({}),
    at: instant('at').notNull().default(sql`now()`),
  },
  (t) => [index().on(t.accountId, t.at)],
)
