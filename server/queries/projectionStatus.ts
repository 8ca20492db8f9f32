import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { checkpoint } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import type { Id, Instant } from '@/domain/kernel/primitives'
import { requireRole } from '@/server/access/requireRole'
import type { WorkspaceScope } from '@/server/access/scope'
import { subscriberInfos } from '@/server/jobs/subscribers'
import { schemaVersionOf } from '@/server/projections/subscriber'
import type { SubscriberInfo } from '@/server/projections/subscriberInfo'

/** The number of projects that are listed per projection: failing ones first, then by lag. */
const MAX_PROJECTS = 100

/**
 * The state of a projection in one project: complete, behind the log, being rebuilt, waiting for a
 * retry after a failure, or parked until an admin retries it.
 */
export type ProjectionState = 'up-to-date' | 'catching-up' | 'rebuilding' | 'retrying' | 'parked'

export interface ProjectionOfProjectStatus {
  projectId: Id
  projectKey: string
  projectName: string
  state: ProjectionState
  /** The number of events that it has not handled yet. */
  lag: number
  failures: number
  /** The message of the last failure. */
  error: string | null
  failedAt: Instant | null
  /** Seconds until the next retry; null when none is planned. */
  retryInSeconds: number | null
}

export interface ProjectionStatus {
  name: string
  title: string
  canRebuild: boolean
  /** The number of the workspace's projects in each state. */
  counts: Record<ProjectionState, number>
  /** At most a hundred projects, those that need attention first. */
  projects: ProjectionOfProjectStatus[]
}

/**
 * Returns the state of each subscriber in the workspace's projects.
 * @throws ApiError (forbidden) unless the principal is an admin
 */
export async function loadProjectionStatus(
  scope: WorkspaceScope,
  subscribers: readonly SubscriberInfo[] = subscriberInfos,
): Promise<ProjectionStatus[]> {
  requireRole(scope.person.role, 'admin')
  return Promise.all(subscribers.map((subscriber) => loadStatusOf(scope, subscriber)))
}

async function loadStatusOf(
  scope: WorkspaceScope,
  subscriber: SubscriberInfo,
): Promise<ProjectionStatus> {
  const { db } = database()
  const states = statesInWorkspace(scope, subscriber)
  const [countRows, rows] = await Promise.all([
    db.select({ state: states.state, count: count() }).from(states).groupBy(states.state),
    db
      .select()
      .from(states)
      .orderBy(
        sql`array_position(${STATE_ORDER}, ${states.state})`,
        desc(states.lag),
        asc(states.projectKey),
      )
      .limit(MAX_PROJECTS),
  ])
  const counts = { ...NO_PROJECTS }
  for (const row of countRows) counts[row.state] = row.count
  const { name, title, canRebuild } = subscriber
  const projects = rows.map((row) => ({
    ...row,
    failedAt: toInstant(row.failedAt),
  }))
  return { name, title, canRebuild, counts, projects }
}

/** The states in order of urgency. */
const STATE_ORDER = sql.raw(
  `array['parked', 'retrying', 'rebuilding', 'catching-up', 'up-to-date']`,
)

const NO_PROJECTS: Record<ProjectionState, number> = {
  parked: 0,
  retrying: 0,
  rebuilding: 0,
  'catching-up': 0,
  'up-to-date': 0,
}

function statesInWorkspace({ workspaceId }: WorkspaceScope, subscriber: SubscriberInfo) {
  const lag = sql<number>`(${project.seq} - coalesce(${checkpoint.seq}, 0))::int`
  const state = sql<ProjectionState>`case
    when ${checkpoint.parkedAt} is not null then 'parked'
    when ${checkpoint.error} is not null then 'retrying'
    when ${checkpoint.schemaVersion} < ${schemaVersionOf(subscriber)} then 'rebuilding'
    when ${lag} > 0 then 'catching-up'
    else 'up-to-date' end`
  return database()
    .db.select({
      projectId: project.id,
      projectKey: project.key,
      projectName: project.name,
      state: state.as('state'),
      lag: lag.as('lag'),
      failures: sql<number>`coalesce(${checkpoint.failures}, 0)`.as('failures'),
      error: checkpoint.error,
      failedAt: checkpoint.failedAt,
      retryInSeconds: sql<number | null>`
        greatest(0, ceil(extract(epoch from ${checkpoint.retryAt} - now())))::int`.as(
        'retry_in_seconds',
      ),
    })
    .from(project)
    .leftJoin(
      checkpoint,
      and(eq(checkpoint.projectId, project.id), eq(checkpoint.subscriber, subscriber.name)),
    )
    .where(eq(project.workspaceId, workspaceId))
    .as('states')
}

const toInstant = (at: Date | string | null): Instant | null =>
  at === null ? null : new Date(at).toISOString()
