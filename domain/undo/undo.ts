import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { LoggedEvent } from '../events'
import type { Obstacle } from './commands'
import { type Blocked, obstacle } from './obstacle'
import { isOfCatalog, sweeps, takeBackOfCatalog } from './ofCatalog'
import { takeBackOfProject } from './ofProject'
import { takeBackOfSprint } from './ofSprint'
import { takeBackOfTask } from './ofTask'
import { Present } from './present'

/**
 * Takes back what a command did, last event first, by new events: nothing leaves the log. An event
 * whose result somebody has changed since is an obstacle. Taking back the taking back does it
 * again.
 */
export function undo(c: CommandOf<'command.undo'>, state: State, facts: Facts): Decision {
  const { project, undone = [] } = state
  const wanted = undone.filter((event) => !event.type.startsWith('conflict.'))
  if (!project || wanted.length === 0) {
    return refuse('not-found', 'There is nothing here to take back.', 'undoes')
  }
  const now = new Present(project, state, facts)
  const obstacles: Obstacle[] = []
  let taken = 0
  for (const event of wanted.toReversed()) {
    const before = now.events.length
    const blocked = takeBack(event, now, state, facts)
    // What keeps a part of an event as it is need not keep all of it.
    if (blocked) obstacles.push(blocked)
    if (now.events.length > before) taken++
  }
  if (obstacles.length > 0 && !(c.rest && taken > 0)) return inTheWay(obstacles, taken)
  if (now.events.length === 0) return unchanged
  const begun = wanted[0]?.seq ?? 0
  return apply(now.events, { ...facts, missed: facts.missed.filter(({ seq }) => seq > begun) })
}

function takeBack(event: LoggedEvent, now: Present, state: State, facts: Facts): Blocked {
  if (event.imported) return obstacle(event, 'What was imported cannot be taken back here.')
  if (event.taskId) return takeBackOfTask(event, now, facts, sweeps(state.undone ?? []))
  if (event.type.startsWith('sprint.')) return takeBackOfSprint(event, now, state)
  if (facts.actor.role !== 'admin') {
    return obstacle(event, 'Only an admin of this workspace may take this back.')
  }
  if (isOfCatalog(event)) return takeBackOfCatalog(event, now, state, facts)
  return takeBackOfProject(event, now, facts)
}

function inTheWay(obstacles: Obstacle[], rest: number): Decision {
  const [first] = obstacles
  const more = obstacles.length > 1 ? ` (and ${obstacles.length - 1} more)` : ''
  const refusal = {
    code: 'in-the-way',
    message: `${first?.message ?? 'It cannot be taken back.'}${more}`,
    inTheWay: { obstacles: obstacles.slice(0, 100), rest },
  } as const
  return { outcome: 'refused', events: [], refusal }
}
