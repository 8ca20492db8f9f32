import type { Command } from '@/domain/commands'
import { type Id, LIMITS, type Moment } from '@/domain/words'
import { importedSprintId } from '../ids'
import { JIRA } from './context'
import type { SourceSprint } from './sprints'
import { firstOf } from './text/wellFormed'

/**
 * Makes the sprints of a Jira project, in the state that they are in there.
 * @param send carries out a command on the project, giving `baseVersion` itself; true: it did something
 * @returns our sprint by Jira's id, how many were made, and what Jira does not say of them
 */
export async function bringSprints(
  send: (command: Command) => Promise<boolean>,
  projectId: Id,
  sprints: SourceSprint[],
): Promise<{ ids: ReadonlyMap<string, Id>; made: number; notes: string[] }> {
  const ids = new Map<string, Id>()
  const notes: string[] = []
  let made = 0
  const running = sprints.filter((each) => each.state === 'active').length
  if (running > 1) await send({ type: 'project.sprints', baseVersion: 0, parallel: true })
  for (const sprint of sprints) {
    const { id, name, goal, endDate, startedAt, completedAt: _, ...rest } = sprint
    const sprintId = importedSprintId(projectId, JIRA, id)
    const isForward = !rest.startDate || !endDate || rest.startDate <= endDate
    const completedAt = endOf(sprint)
    notes.push(...unsaid(sprint, completedAt))
    const done = await send({
      type: 'sprint.import',
      baseVersion: 0,
      sprintId,
      name: firstOf(name, LIMITS.name),
      goal: firstOf(goal, LIMITS.goal),
      endDate: isForward ? endDate : rest.startDate,
      startedAt,
      completedAt,
      ...rest,
    })
    if (done) made++
    ids.set(id, sprintId)
  }
  return { ids, made, notes }
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
