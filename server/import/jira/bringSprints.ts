import type { Command } from '@/domain/commands'
import { type Id, LIMITS } from '@/domain/words'
import { importedSprintId } from '../ids'
import { JIRA } from './context'
import type { SourceSprint } from './sprints'
import { firstOf } from './text/wellFormed'

/**
 * Makes the sprints of a Jira project, in the state that they are in there.
 * @param send carries out a command on the project; gives `baseVersion` itself
 * @param send carries out a command on the project, giving `baseVersion` itself; true: it did something
 * @returns our sprint by Jira's id, and how many were made
 */
export async function bringSprints(
  send: (command: Command) => Promise<boolean>,
  projectId: Id,
  sprints: SourceSprint[],
): Promise<{ ids: ReadonlyMap<string, Id>; made: number }> {
  const ids = new Map<string, Id>()
  let made = 0
  const running = sprints.filter((each) => each.state === 'active').length
  if (running > 1) await send({ type: 'project.sprints', baseVersion: 0, parallel: true })
  for (const { id, name, goal, endDate, ...rest } of sprints) {
    const sprintId = importedSprintId(projectId, JIRA, id)
    const isForward = !rest.startDate || !endDate || rest.startDate <= endDate
    const done = await send({
      type: 'sprint.import',
      baseVersion: 0,
      sprintId,
      name: firstOf(name, LIMITS.name),
      goal: firstOf(goal, LIMITS.goal),
      endDate: isForward ? endDate : rest.startDate,
      ...rest,
    })
    if (done) made++
    ids.set(id, sprintId)
  }
  return { ids, made }
}
