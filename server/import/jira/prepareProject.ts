import { and, eq, max } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { statusColumns } from '@/db/rowColumns'
import { project, status, task } from '@/db/schema/project'
import type { Command, CommandEnvelope } from '@/domain/commands'
import type { Category, Id, StatusId } from '@/domain/kernel/primitives'
import { ranksBetween } from '@/domain/kernel/rank'
import type { Project, StatusDraft } from '@/domain/project/project'
import type { WorkspaceScope } from '@/server/access/scope'
import { execute } from '@/server/write/execute'
import { importClientId, importedProjectId } from '../importedIds'
import type { Mapping } from '../mapping'
import { importComponentsAndVersions } from './importComponentsAndVersions'
import { type ImportedSprints, importSprints, updateSprints } from './importSprints'
import type { ScannedProject } from './scanResult'
import { type ImportTarget, JIRA } from './valueMapper'

/** A project that is ready to receive its issues. */
export interface PreparedProject {
  target: ImportTarget
  /** Columns added only for the history. They are removed when no task is in them. */
  temporaryStatusIds: StatusId[]
  sprints: ImportedSprints
  /** Notes of the report on the whole project. */
  notes: string[]
}

/**
 * Creates the project for a Jira project, or finds the one with its key, and adds missing statuses.
 * @throws Error with a message for the user when a command is rejected
 */
export async function prepareProject(
  scope: WorkspaceScope,
  source: ScannedProject,
  mapping: Mapping,
  statusOrder: string[],
): Promise<PreparedProject> {
  const chosen = mapping.projects[source.key]
  if (!chosen) throw new Error(`The project ${source.key} is not mapped.`)
  const existingId = await findProject(scope, chosen.key)
  const id = existingId ?? importedProjectId(scope.workspaceId, JIRA, source.key)
  const names = statusOrder.filter((name) => Object.hasOwn(source.statuses, name))
  const wanted = names.map((name) => ({ name, ...mapStatus(mapping, name, source) }))
  const statuses = existingId ? await loadStatuses(id) : []
  const plan = planStatuses(wanted, statuses)
  if (!existingId) {
    const { key, name } = chosen
    await sendOrThrow(scope, id, { type: 'project.create', key, name, statuses: plan.added })
  }
  for (const status of existingId ? plan.added : []) {
    await sendOrThrow(scope, id, { type: 'status.add', baseVersion: 0, status })
  }
  const ranks = ranksBetween(
    { lower: await findLastRank(id), upper: null },
    source.numbersByRank.length,
  )
  const sprints = await importSprints(
    (command) => sendOrThrow(scope, id, command),
    id,
    source.sprints,
  )
  const { notes, ...componentAndVersionIds } = await importComponentsAndVersions(
    (command) => sendOrThrow(scope, id, command),
    id,
    source,
  )
  const target: ImportTarget = {
    id,
    componentAndVersionIds,
    sprintIds: sprints.ids,
    key: chosen.key,
    statusIds: plan.ids,
    ranks: new Map(source.numbersByRank.map((number, i) => [number, ranks[i] ?? ''])),
    source,
  }
  return {
    target,
    temporaryStatusIds: plan.temporaryStatusIds,
    sprints,
    notes: [...sprints.notes, ...notes],
  }
}

async function findProject(scope: WorkspaceScope, key: string): Promise<Id | undefined> {
  const [row] = await database()
    .db.select({ id: project.id })
    .from(project)
    .where(and(eq(project.workspaceId, scope.workspaceId), eq(project.key, key)))
  return row?.id
}

/** Returns the rank of the last task; null when there is none. */
async function findLastRank(projectId: Id): Promise<string | null> {
  const [row] = await database()
    .db.select({ rank: max(task.rank) })
    .from(task)
    .where(eq(task.projectId, projectId))
  return row?.rank ?? null
}

interface MappedStatus {
  mappedName: string
  category: Category
  column: boolean
  /** True when issues have the status now, so that it must be a visible column. */
  isInUse: boolean
}

function mapStatus(mapping: Mapping, name: string, source: ScannedProject): MappedStatus {
  const chosen = mapping.statuses[name]
  const isInUse = (source.statuses[name] ?? 0) > 0
  const column = isInUse || (chosen?.column ?? true)
  return { mappedName: chosen?.name ?? name, category: chosen?.category ?? 'todo', column, isInUse }
}

const COLORS: Record<Category, string[]> = {
  todo: ['slate', 'blue', 'pink'],
  in_progress: ['amber', 'violet', 'orange', 'blue'],
  done: ['teal', 'green', 'slate'],
}

/** Maps Jira's statuses to existing ones and lists those to add. */
function planStatuses(wanted: ({ name: string } & MappedStatus)[], existing: Project['statuses']) {
  const ids = new Map<string, StatusId>()
  const added: StatusDraft[] = []
  const temporaryStatusIds: StatusId[] = []
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const taken = new Set(existing.map((status) => status.id))
  for (const { name, mappedName, category } of wanted) {
    const merged = wanted.filter((other) => same(other.mappedName, mappedName))
    const column = merged.some((other) => other.column)
    const known =
      added.find((status) => same(status.name, mappedName)) ??
      existing.find((status) => !status.removedAt && same(status.name, mappedName)) ??
      // The history may use a column that an earlier run removed.
      (column ? undefined : existing.find((status) => same(status.name, mappedName)))
    if (known) {
      ids.set(name, known.id)
      continue
    }
    const id = freeStatusId(mappedName, taken)
    const hues = COLORS[category]
    const color = hues[added.filter((each) => each.category === category).length % hues.length]
    added.push({ id, name: mappedName, category, color: color ?? 'slate', wipLimit: null })
    if (!column) temporaryStatusIds.push(id)
    ids.set(name, id)
  }
  return { ids, added, temporaryStatusIds }
}

/** Returns `in-review` for `In Review`, or the next free id such as `in-review-2`. */
function freeStatusId(name: string, taken: Set<StatusId>): StatusId {
  const base =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'status'
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}

function loadStatuses(projectId: Id): Promise<Project['statuses']> {
  return database()
    .db.select(statusColumns)
    .from(status)
    .where(eq(status.projectId, projectId))
    .orderBy(status.rank)
}

/** Removes the columns that only the history needed, unless somebody has put a task into one. */
export async function removeTemporaryStatuses(
  scope: WorkspaceScope,
  { target, temporaryStatusIds }: PreparedProject,
): Promise<void> {
  for (const statusId of temporaryStatusIds) {
    const statuses = (await loadStatuses(target.id)).filter((status) => !status.removedAt)
    const own = statuses.find((status) => status.id === statusId)
    const others = statuses.filter((status) => status.id !== statusId)
    const next = others.find((status) => status.category === own?.category) ?? others[0]
    if (!own || own.taskCount > 0 || !next) continue
    const command = { type: 'status.remove', baseVersion: 0, statusId, moveTo: next.id } as const
    await sendOrThrow(scope, target.id, command)
  }
}

/**
 * Updates the sprints of an earlier import to their state in Jira and returns a sentence about
 * each. The base version is the one after the earlier import, so that changes made here since then
 * win.
 */
export function updateEarlierSprints(
  scope: WorkspaceScope,
  { target, sprints }: PreparedProject,
): Promise<string[]> {
  const sendToProject = (command: Command) => sendCommand(scope, target.id, command)
  return updateSprints(sendToProject, sprints.outdated)
}

/** Runs a command on the current version of the project. Throws when it is rejected. */
async function sendOrThrow(scope: WorkspaceScope, projectId: Id, command: Command): Promise<void> {
  const current =
    'baseVersion' in command
      ? { ...command, baseVersion: await loadProjectVersion(projectId) }
      : command
  const rejection = await sendCommand(scope, projectId, current)
  if (rejection) throw new Error(rejection)
}

/** Runs a command and returns the reason when it was rejected. */
async function sendCommand(scope: WorkspaceScope, projectId: Id, command: Command) {
  const clientId = importClientId(projectId)
  const envelope: CommandEnvelope = { commandId: newId(), clientId, projectId, command }
  const { rejection, conflict } = await execute(scope, envelope)
  if (conflict)
    throw new Error('The project was changed at the same moment; start the import again.')
  return rejection?.message ?? null
}

async function loadProjectVersion(projectId: Id): Promise<number> {
  const [row] = await database()
    .db.select({ version: project.version })
    .from(project)
    .where(eq(project.id, projectId))
  return row?.version ?? 0
}
