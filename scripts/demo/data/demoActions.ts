import { type LocalDate, PRIORITIES, type Priority } from '@/domain/kernel/primitives'
import type { DemoTask } from './demoTask'
import { COMMENTS, DESCRIPTIONS } from './demoTexts'
import { DAY, HOUR } from './scheduledStep'
import { pickOne, seededRandom } from './seededRandom'

/** An action of a person at a time. `personIndex` and `taskIndex` are positions in their lists. */
export type DemoAction = { at: number; personIndex: number; taskIndex: number } & (
  | { kind: 'create'; description: string; statusId: string; priority: Priority }
  | { kind: 'move'; to: string }
  | { kind: 'assign'; assigneeIndex: number }
  | { kind: 'comment'; body: string }
  | { kind: 'estimate'; points: number }
  | { kind: 'setDueDate'; day: LocalDate }
  | { kind: 'setPriority'; priority: Priority }
)

/** An action without its time, person and task. */
type ActionDetails<D = DemoAction> = D extends DemoAction
  ? Omit<D, 'at' | 'personIndex' | 'taskIndex'>
  : never

const STATUS_FLOW = ['todo', 'in-progress', 'review', 'done']

/**
 * Returns the history of a project: tasks are created over the days before `until`, started,
 * commented, reviewed, sometimes sent back, and done; the latest are still open. Sorted by time,
 * within working hours in UTC, and the same for the same seed.
 * @param until milliseconds since 1970; nothing happens after it
 * @param doneShare share of the tasks that are done by then, from 0 to 1
 */
export function createActions(
  tasks: DemoTask[],
  people: number,
  until: number,
  days: number,
  doneShare: number,
  seed: number,
): DemoAction[] {
  const random = seededRandom(seed)
  const startTime = until - days * DAY
  const actions = tasks.flatMap((task, i) => {
    const createdAt = startTime + ((i + random()) / tasks.length) * days * DAY * 0.97
    const share = i / tasks.length
    // The oldest tasks are done; the rest are spread over the other columns.
    const lastStatusIndex =
      share < doneShare ? 3 : share < doneShare + 0.05 ? 2 : share < doneShare + 0.12 ? 1 : 0
    return taskActions(
      task,
      i,
      createdAt,
      { reach: lastStatusIndex, start: share > 0.8 ? 'backlog' : 'todo' },
      people,
      random,
    )
  })
  return actions
    .map((action) => ({ ...action, at: toWorkingHours(action.at) }))
    .filter((action) => action.at < until)
    .sort((a, b) => a.at - b.at)
}

function taskActions(
  task: DemoTask,
  index: number,
  createdAt: number,
  { reach: lastStatusIndex, start }: { reach: number; start: string },
  people: number,
  random: () => number,
): DemoAction[] {
  const randomPerson = () => Math.floor(random() * people)
  const priorityIndex = Math.floor(random() * 3.4 + (task.taskType === 'bug' ? 1 : 0))
  const priority = PRIORITIES[priorityIndex] ?? 0
  const description =
    random() < 0.6 ? pickOne(DESCRIPTIONS, random).replaceAll('%', task.title) : ''
  const actions: DemoAction[] = []
  let at = createdAt
  const addAction = (personIndex: number, action: ActionDetails, hours: number) => {
    at += (0.2 + random()) * hours * HOUR
    actions.push({ ...action, at, personIndex, taskIndex: index })
  }
  addAction(randomPerson(), { kind: 'create', description, statusId: start, priority }, 1)
  addAction(randomPerson(), { kind: 'estimate', points: task.estimate }, 20)
  if (random() < 0.25) {
    const day = new Date(createdAt + (8 + random() * 30) * DAY).toISOString().slice(0, 10)
    addAction(randomPerson(), { kind: 'setDueDate', day }, 8)
  }
  if (random() < 0.15) addAction(randomPerson(), { kind: 'setPriority', priority: 4 }, 30)
  if (lastStatusIndex === 0) return actions
  const owner = randomPerson()
  addAction(owner, { kind: 'assign', assigneeIndex: owner }, 30)
  for (const to of STATUS_FLOW.slice(1, lastStatusIndex + 1)) {
    addAction(owner, { kind: 'move', to }, to === 'done' ? 20 : 40)
    if (random() < 0.45)
      addAction(randomPerson(), { kind: 'comment', body: pickOne(COMMENTS, random) }, 6)
    if (to === 'review' && lastStatusIndex === 3 && random() < 0.2) {
      addAction(randomPerson(), { kind: 'move', to: 'in-progress' }, 8)
      addAction(owner, { kind: 'move', to: 'review' }, 16)
    }
  }
  return actions
}

/**
 * Moves a time into working hours, 7 to 17 h UTC on weekdays; Friday to Sunday become Friday. Keeps
 * the order of times.
 */
export function toWorkingHours(at: number): number {
  const weekday = new Date(at).getUTCDay()
  const sinceFriday = { 5: 0, 6: 1, 0: 2 }[weekday]
  const start = at - (at % DAY) - (sinceFriday ?? 0) * DAY
  const share = (at - start) / (sinceFriday === undefined ? DAY : 3 * DAY)
  return start + 7 * HOUR + share * 10 * HOUR
}
