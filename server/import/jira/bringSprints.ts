import { database } from '@/db/client'
import type { Command, CommandOf } from '@/domain/commands'
import { otherThan } from '@/domain/sprint/import'
import { SPRINT_STATES, type Sprint, type SprintState } from '@/domain/sprint/sprint'
import { type Id, LIMITS, type Moment } from '@/domain/words'
import { toSprint } from '../../log/rows'
import { importedSprintId } from '../ids'
import { JIRA } from './context'
import type { SourceSprint } from './sprints'
import { firstOf } from './text/wellFormed'

/** The sprints of a Jira project, once those that were missing have been made. */
export interface BroughtSprints {
  /** Our sprint by Jira's id. */
  ids: ReadonlyMap<string, Id>
  made: number
  /** What Jira does not say of them. */
  notes: string[]
  /** Those that came with an earlier import and have moved on in Jira since. */
  behind: Behind[]
}
type Import = CommandOf<'sprint.import'>
type Behind = { command: Import; news: string }

/**
 * Makes the sprints of a Jira project, in the state that they are in there.
 * @param send carries out a command on the project, giving `baseVersion` itself
 */
export async function bringSprints(
  send: (command: Command) => Promise<unknown>,
  projectId: Id,
  sprints: SourceSprint[],
): Promise<BroughtSprints> {
  const brought = {
    ids: new Map<string, Id>(),
    made: 0,
    notes: [] as string[],
    behind: [] as Behind[],
  }
  const here = await sprintsOf(projectId)
  const running = sprints.filter((each) => each.state === 'active').length
  if (running > 1) await send({ type: 'project.sprints', baseVersion: 0, parallel: true })
  for (const sprint of sprints) {
    const command = importOf(sprint, importedSprintId(projectId, JIRA, sprint.id))
    brought.ids.set(sprint.id, command.sprintId)
    brought.notes.push(...unsaid(sprint, command.completedAt))
    const known = here.get(command.sprintId)
    if (!known) {
      await send(command)
      brought.made++
    } else if (!known.removedAt) brought.behind.push(...behind(known, command))
  }
  return brought
}

/**
 * Lets sprints of an earlier import follow what has become of them in Jira, those that ended first.
 * Call it when their tasks are up to date: what is left in a sprint that ends goes to the backlog.
 * @param tell carries out a command, and gives why not where it was refused
 * @returns a sentence about each
 */
export async function followSprints(
  tell: (command: Command) => Promise<string | null>,
  behind: Behind[],
): Promise<string[]> {
  const stage = ({ command }: Behind) => SPRINT_STATES.indexOf(command.state)
  const notes: string[] = []
  for (const { command, news } of behind.toSorted((a, b) => stage(b) - stage(a))) {
    const why = await tell(command)
    notes.push(`The sprint “${command.name}” ${news} in Jira. ${why ?? 'So it is here now.'}`)
  }
  return notes
}

async function sprintsOf(projectId: Id): Promise<ReadonlyMap<Id, Sprint>> {
  const rows = await database().sql`select * from sprint where project_id = ${projectId}`
  return new Map(rows.map(toSprint).map((each) => [each.id, each]))
}

function behind(here: Sprint, command: Import): Behind[] {
  if (here.state !== command.state) return [{ command, news: NEWS[command.state] }]
  const isSame = Object.keys(otherThan(here, command)).length === 0
  return isSame ? [] : [{ command, news: 'has another name, goal or other dates' }]
}

const NEWS: Record<SprintState, string> = {
  planned: 'has not started',
  active: 'is running',
  closed: 'is completed',
}

function importOf(sprint: SourceSprint, sprintId: Id): Import {
  const { name, goal, state, startDate, endDate, startedAt } = sprint
  const isForward = !startDate || !endDate || startDate <= endDate
  return {
    type: 'sprint.import',
    baseVersion: 0,
    sprintId,
    name: firstOf(name, LIMITS.name),
    goal: firstOf(goal, LIMITS.goal),
    state,
    startDate,
    endDate: isForward ? endDate : startDate,
    startedAt,
    completedAt: endOf(sprint),
  }
}

/** When a sprint ended: when it was completed, else at the end of its last day. */
function endOf({ state, startedAt, endDate, completedAt }: SourceSprint): Moment | null {
  if (state !== 'closed' || completedAt) return completedAt
  const planned = endDate && `${endDate}T23:59:59.999Z`
  return planned && startedAt && planned < startedAt ? startedAt : planned
}

/** What the report of the import has to say, where a sprint's own report lacks a date. */
function unsaid(sprint: SourceSprint, ended: Moment | null): string[] {
  const { name, state, startedAt, completedAt } = sprint
  if (state === 'planned') return []
  const says = (what: string) => [`Jira does not say when the sprint “${name}” was ${what}`]
  if (!startedAt) return says('started: it has no report.')
  if (state === 'active' || completedAt) return []
  return ended
    ? says('completed: its report ends with the day that was planned.')
    : says('completed: it has no report.')
}
