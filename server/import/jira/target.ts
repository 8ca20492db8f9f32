import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Command, Envelope } from '@/domain/commands'
import type { Project, StatusDraft } from '@/domain/project/project'
import { ranksBetween } from '@/domain/rank'
import type { Category, Id, StatusId } from '@/domain/words'
import type { WorkspaceScope } from '../../access/scope'
import { execute } from '../../execute/execute'
import { toStatus } from '../../log/rows'
import { importClientId, importedProjectId } from '../ids'
import type { Mapping } from '../mapping'
import { bringCatalog } from './bringCatalog'
import { type BroughtSprints, bringSprints, followSprints } from './bringSprints'
import { JIRA, type Target } from './context'
import type { ScannedProject } from './scanned'

/** A project made ready for its issues. */
export interface Prepared {
  target: Target
  /** Columns added for the history alone; they go once no task is in them. */
  passing: StatusId[]
  sprints: BroughtSprints
  /** What the report says of the project as a whole. */
  notes: string[]
}

/**
 * Makes the project that takes a Jira project in, or finds the one with its key, and sees to it
 * that every status is there.
 * @throws Error in a sentence when a command is refused
 */
export async function prepare(
  scope: WorkspaceScope,
  source: ScannedProject,
  mapping: Mapping,
  statusOrder: string[],
): Promise<Prepared> {
  const chosen = mapping.projects[source.key]
  if (!chosen) throw new Error(`The project ${source.key} is not mapped.`)
  const { sql } = database()
  const [row] = await sql<{ id: Id; last: string | null }[]>`
    select id, (select max(rank) from task where project_id = project.id) as last
    from project where workspace_id = ${scope.workspaceId} and key = ${chosen.key}`
  const id = row?.id ?? importedProjectId(scope.workspaceId, JIRA, source.key)
  const names = statusOrder.filter((name) => Object.hasOwn(source.statuses, name))
  const wanted = names.map((name) => ({ name, ...meant(mapping, name, source) }))
  const statuses = row ? await statusesOf(id) : []
  const plan = planStatuses(wanted, statuses)
  if (!row) {
    const { key, name } = chosen
    await send(scope, id, { type: 'project.create', key, name, statuses: plan.added })
  }
  for (const status of row ? plan.added : []) {
    await send(scope, id, { type: 'status.add', baseVersion: 0, status })
  }
  const ranks = ranksBetween({ lower: row?.last ?? null, upper: null }, source.order.length)
  const sprints = await bringSprints((command) => send(scope, id, command), id, source.sprints)
  const { notes, ...catalog } = await bringCatalog(
    (command) => send(scope, id, command),
    id,
    source,
  )
  const target: Target = {
    id,
    catalog,
    sprintIds: sprints.ids,
    key: chosen.key,
    statusIds: plan.ids,
    ranks: new Map(source.order.map((number, i) => [number, ranks[i] ?? ''])),
    source,
  }
  return { target, passing: plan.passing, sprints, notes: [...sprints.notes, ...notes] }
}

interface Meant {
  as: string
  category: Category
  column: boolean
  /** Whether issues are in it now, so that it must be a column that people see. */
  lived: boolean
}

function meant(mapping: Mapping, name: string, source: ScannedProject): Meant {
  const chosen = mapping.statuses[name]
  const lived = (source.statuses[name] ?? 0) > 0
  const column = lived || (chosen?.column ?? true)
  return { as: chosen?.name ?? name, category: chosen?.category ?? 'todo', column, lived }
}

const HUES: Record<Category, string[]> = {
  todo: ['slate', 'blue', 'pink'],
  in_progress: ['amber', 'violet', 'orange', 'blue'],
  done: ['teal', 'green', 'slate'],
}

/** Which of our statuses each of Jira's is, and which have to be added. */
function planStatuses(wanted: ({ name: string } & Meant)[], existing: Project['statuses']) {
  const ids = new Map<string, StatusId>()
  const added: StatusDraft[] = []
  const passing: StatusId[] = []
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
  const taken = new Set(existing.map((status) => status.id))
  for (const { name, as, category } of wanted) {
    const alike = wanted.filter((other) => same(other.as, as))
    const column = alike.some((other) => other.column)
    const known =
      added.find((status) => same(status.name, as)) ??
      existing.find((status) => !status.removedAt && same(status.name, as)) ??
      // A column that an earlier run removed is still good for history.
      (column ? undefined : existing.find((status) => same(status.name, as)))
    if (known) {
      ids.set(name, known.id)
      continue
    }
    const id = freeId(as, taken)
    const hues = HUES[category]
    const color = hues[added.filter((each) => each.category === category).length % hues.length]
    added.push({ id, name: as, category, color: color ?? 'slate', wipLimit: null })
    if (!column) passing.push(id)
    ids.set(name, id)
  }
  return { ids, added, passing }
}

/** `In Review` becomes `in-review`, or the next free `in-review-2`. */
function freeId(name: string, taken: Set<StatusId>): StatusId {
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

async function statusesOf(projectId: Id): Promise<Project['statuses']> {
  const rows = await database()
    .sql`select * from status where project_id = ${projectId} order by rank`
  return rows.map((row) => toStatus(row))
}

/** Takes the columns away that only the history needed, when nobody has put a task in them. */
export async function removePassing(
  scope: WorkspaceScope,
  { target, passing }: Prepared,
): Promise<void> {
  for (const statusId of passing) {
    const statuses = (await statusesOf(target.id)).filter((status) => !status.removedAt)
    const own = statuses.find((status) => status.id === statusId)
    const others = statuses.filter((status) => status.id !== statusId)
    const next = others.find((status) => status.category === own?.category) ?? others[0]
    if (!own || own.taskCount > 0 || !next) continue
    const command = { type: 'status.remove', baseVersion: 0, statusId, moveTo: next.id } as const
    await send(scope, target.id, command)
  }
}

/**
 * Lets sprints of an earlier import follow Jira; gives a sentence about each. Nobody here has seen
 * anything of them that Jira could know, so that whatever was done here since they came counts.
 */
export function followUp(scope: WorkspaceScope, { target, sprints }: Prepared): Promise<string[]> {
  const tell = (command: Command) => told(scope, target.id, command)
  return followSprints(tell, sprints.behind)
}

/** Carries out a command on the project as it is now. */
async function send(scope: WorkspaceScope, projectId: Id, command: Command): Promise<void> {
  const now =
    'baseVersion' in command ? { ...command, baseVersion: await versionOf(projectId) } : command
  const refused = await told(scope, projectId, now)
  if (refused) throw new Error(refused)
}

/** Carries out a command; gives why not where it was refused. */
async function told(scope: WorkspaceScope, projectId: Id, command: Command) {
  const clientId = importClientId(projectId)
  const envelope: Envelope = { commandId: newId(), clientId, projectId, command }
  const { refusal, conflict } = await execute(scope, envelope)
  if (conflict)
    throw new Error('The project was changed at the same moment; start the import again.')
  return refusal?.message ?? null
}

async function versionOf(projectId: Id): Promise<number> {
  const [row] = await database().sql<{ version: number }[]>`
    select version from project where id = ${projectId}`
  return row?.version ?? 0
}
