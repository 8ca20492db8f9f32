import type { Command, CommandOf } from '../commands'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  type TaskResult,
  unchanged,
} from '../decision'
import type { Seen } from '../sprint/commands'
import { Present } from '../undo/present'
import type { Task } from './task'

type Bulk = CommandOf<'task.bulk'>
type Decide = (command: Command, state: State, facts: Facts) => Decision

/**
 * Changes many tasks in the same way. Each is judged by itself, by the rules of the single
 * commands, and changed wholly or left with the reason: one that cannot keeps no other back.
 */
export function changeMany(c: Bulk, state: State, facts: Facts, decide: Decide): Decision {
  const { project } = state
  if (!project) return noProject()
  let now = new Present(project, state, facts)
  const results: TaskResult[] = []
  for (const seen of c.tasks) {
    const tried = new Present(now.project, now, facts)
    const message = changeOne(c, seen, tried, now, facts, decide)
    const { taskId } = seen
    if (message !== null) {
      results.push({ taskId, outcome: 'left', message })
      continue
    }
    results.push({ taskId, outcome: tried.events.length > 0 ? 'applied' : 'unchanged' })
    tried.events.unshift(...now.events)
    now = tried
  }
  const { events } = now
  if (events.length > 0) return { ...apply(events, facts), results }
  if (results.every((each) => each.outcome === 'unchanged')) return { ...unchanged, results }
  const [first] = results.filter((each) => each.outcome === 'left')
  return { ...refuse('invalid', first?.message ?? 'Nothing could be changed.', 'tasks'), results }
}

/** Why one task could not be changed; null when it could, or was as wanted already. */
function changeOne(
  c: Bulk,
  seen: Seen,
  tried: Present,
  before: Present,
  facts: Facts,
  decide: Decide,
): string | null {
  const missed = facts.missedOf?.get(seen.taskId) ?? []
  for (const command of commandsOf(c, seen, tried.tasks.get(seen.taskId))) {
    const task = tried.tasks.get(seen.taskId)
    const tasks = task && new Map([[task.id, task]])
    const own = { ...facts, missed, ...placesBehind([...before.events, ...tried.events], facts) }
    const missedOf = new Map([[seen.taskId, missed]])
    const decision = decide(command, { project: tried.project, task, tasks }, { ...own, missedOf })
    if (decision.outcome === 'refused') return decision.refusal?.message ?? 'It was refused.'
    if (decision.outcome === 'conflict') return 'Somebody else has changed it meanwhile.'
    for (const event of decision.events) tried.take(event)
  }
  return null
}

/** The single commands that a change comes to for one task; what is so already is left out. */
function commandsOf({ change }: Bulk, { taskId, baseVersion }: Seen, task?: Task): Command[] {
  const { set, add, remove, statusId, sprintId, archive } = change
  const on = { taskId, baseVersion }
  const commands: Command[] = []
  if (set || add || remove || !task) commands.push({ type: 'task.edit', ...on, set, add, remove })
  if (statusId !== undefined && statusId !== task?.statusId) {
    commands.push({ type: 'task.move', ...on, statusId, place: {} })
  }
  if (sprintId !== undefined && sprintId !== task?.sprintId) {
    commands.push({ type: 'task.plan', tasks: [on], sprintId, place: {} })
  }
  if (archive) commands.push({ type: 'task.archive', ...on })
  return commands
}

/** The bottom of the column and of the section, behind what the command has put there so far. */
function placesBehind(
  events: Present['events'],
  { between, planBetween }: Facts,
): Pick<Facts, 'between' | 'planBetween'> {
  let { lower } = between
  let plan = planBetween?.lower ?? null
  for (const event of events) {
    if (event.type === 'task.moved') lower = event.data.rank
    if (event.type === 'task.planned') plan = event.data.rank
  }
  return { between: { lower, upper: null }, planBetween: { lower: plan, upper: null } }
}
