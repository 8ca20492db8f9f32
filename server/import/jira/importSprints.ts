import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { sprintColumns } from '@/db/rowColumns'
import { sprint } from '@/db/schema/sprint'
import type { Command, CommandOf } from '@/domain/commands'
import { type Id, type Instant, LIMITS } from '@/domain/kernel/primitives'
import { importedDifferences } from '@/domain/sprint/import'
import { SPRINT_STATES, type Sprint, type SprintState } from '@/domain/sprint/sprint'
import { importedSprintId } from '../importedIds'
import type { SourceSprint } from './parseSprints'
import { truncateText } from './text/toWellFormed'
import { JIRA } from './valueMapper'

/** The sprints of a Jira project, after the missing ones have been created. */
export interface ImportedSprints {
  /** Sprint ids by Jira's ids. */
  ids: ReadonlyMap<string, Id>
  createdCount: number
  /** Notes on dates that Jira does not contain. */
  notes: string[]
  /** Sprints of an earlier import that have progressed in Jira since. */
  outdated: OutdatedSprint[]
}
type ImportCommand = CommandOf<'sprint.import'>
type OutdatedSprint = { command: ImportCommand; change: string }

/**
 * Creates the sprints of a Jira project, in the state that they have there.
 * @param send runs a command on the project and sets its `baseVersion`
 */
export async function importSprints(
  send: (command: Command) => Promise<unknown>,
  projectId: Id,
  sprints: SourceSprint[],
): Promise<ImportedSprints> {
  const result = {
    ids: new Map<string, Id>(),
    createdCount: 0,
    notes: [] as string[],
    outdated: [] as OutdatedSprint[],
  }
  const existing = await loadSprints(projectId)
  const activeCount = sprints.filter((each) => each.state === 'active').length
  if (activeCount > 1)
    await send({ type: 'project.setParallelSprints', baseVersion: 0, parallel: true })
  for (const sprint of sprints) {
    const command = toImportCommand(sprint, importedSprintId(projectId, JIRA, sprint.id))
    result.ids.set(sprint.id, command.sprintId)
    result.notes.push(...missingDateNotes(sprint, command.completedAt))
    const known = existing.get(command.sprintId)
    if (!known) {
      await send(command)
      result.createdCount++
    } else if (!known.removedAt) result.outdated.push(...findOutdated(known, command))
  }
  return result
}

/**
 * Updates sprints of an earlier import to their state in Jira, completed ones first. Call it when
 * their tasks are up to date: tasks left in a completed sprint go to the backlog.
 * @param sendCommand runs a command and returns the reason when it was rejected
 * @returns a sentence about each sprint
 */
export async function updateSprints(
  sendCommand: (command: Command) => Promise<string | null>,
  outdated: OutdatedSprint[],
): Promise<string[]> {
  const stage = ({ command }: OutdatedSprint) => SPRINT_STATES.indexOf(command.state)
  const notes: string[] = []
  for (const { command, change } of outdated.toSorted((a, b) => stage(b) - stage(a))) {
    const reason = await sendCommand(command)
    notes.push(`The sprint “${command.name}” ${change} in Jira. ${reason ?? 'So it is here now.'}`)
  }
  return notes
}

async function loadSprints(projectId: Id): Promise<ReadonlyMap<Id, Sprint>> {
  const rows = await database()
    .db.select(sprintColumns)
    .from(sprint)
    .where(eq(sprint.projectId, projectId))
  return new Map(rows.map((row) => [row.id, row]))
}

function findOutdated(existing: Sprint, command: ImportCommand): OutdatedSprint[] {
  if (existing.state !== command.state) return [{ command, change: STATE_CHANGES[command.state] }]
  const isSame = Object.keys(importedDifferences(existing, command)).length === 0
  return isSame ? [] : [{ command, change: 'has another name, goal or other dates' }]
}

const STATE_CHANGES: Record<SprintState, string> = {
  planned: 'has not started',
  active: 'is running',
  closed: 'is completed',
}

function toImportCommand(sprint: SourceSprint, sprintId: Id): ImportCommand {
  const { name, goal, state, startDate, endDate, startedAt } = sprint
  const isForward = !startDate || !endDate || startDate <= endDate
  return {
    type: 'sprint.import',
    baseVersion: 0,
    sprintId,
    name: truncateText(name, LIMITS.name),
    goal: truncateText(goal, LIMITS.goal),
    state,
    startDate,
    endDate: isForward ? endDate : startDate,
    startedAt,
    completedAt: completionTime(sprint),
  }
}

/** Returns when a sprint ended: its completion, otherwise the end of its last day. */
function completionTime({ state, startedAt, endDate, completedAt }: SourceSprint): Instant | null {
  if (state !== 'closed' || completedAt) return completedAt
  const planned = endDate && `${endDate}T23:59:59.999Z`
  return planned && startedAt && planned < startedAt ? startedAt : planned
}

/** Returns the report's notes on missing dates of a sprint. */
function missingDateNotes(sprint: SourceSprint, ended: Instant | null): string[] {
  const { name, state, startedAt, completedAt } = sprint
  if (state === 'planned') return []
  const note = (what: string) => [`Jira does not say when the sprint “${name}” was ${what}`]
  if (!startedAt) return note('started: it has no report.')
  if (state === 'active' || completedAt) return []
  return ended
    ? note('completed: its report ends with the day that was planned.')
    : note('completed: it has no report.')
}
