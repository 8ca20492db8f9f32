import { type Day, PRIORITIES, type Priority } from '@/domain/words'
import { oneOf, randomFrom } from './random'
import { DAY, HOUR } from './scene'
import type { DemoTask } from './task'
import { COMMENTS, DESCRIPTIONS } from './words'

/** Something that somebody does at some time; `who` and `task` are positions in their lists. */
export type Deed = { at: number; who: number; task: number } & (
  | { do: 'create'; description: string; statusId: string; priority: Priority }
  | { do: 'move'; to: string }
  | { do: 'assign'; whom: number }
  | { do: 'comment'; body: string }
  | { do: 'estimate'; points: number }
  | { do: 'due'; day: Day }
  | { do: 'raise'; priority: Priority }
)

/** A deed before it is known when, by whom and to what. */
type Plan<D = Deed> = D extends Deed ? Omit<D, 'at' | 'who' | 'task'> : never

const FLOW = ['todo', 'in-progress', 'review', 'done']

/**
 * The story of a project: tasks come in over the days before `until`, are taken up, talked about,
 * reviewed, sometimes sent back, and done; the youngest are still on their way. In order of time,
 * during working hours of UTC, and the same for the same seed.
 * @param until milliseconds since 1970; nothing happens after it
 * @param done share of the tasks that are done by then, from 0 to 1
 */
export function storyOf(
  tasks: DemoTask[],
  people: number,
  until: number,
  days: number,
  done: number,
  seed: number,
): Deed[] {
  const random = randomFrom(seed)
  const first = until - days * DAY
  const deeds = tasks.flatMap((task, i) => {
    const born = first + ((i + random()) / tasks.length) * days * DAY * 0.97
    const share = i / tasks.length
    // The oldest are done; the rest are spread over the columns before that.
    const reach = share < done ? 3 : share < done + 0.05 ? 2 : share < done + 0.12 ? 1 : 0
    return lifeOf(task, i, born, { reach, start: share > 0.8 ? 'backlog' : 'todo' }, people, random)
  })
  return deeds
    .map((deed) => ({ ...deed, at: workingHours(deed.at) }))
    .filter((deed) => deed.at < until)
    .sort((a, b) => a.at - b.at)
}

function lifeOf(
  task: DemoTask,
  index: number,
  born: number,
  { reach, start }: { reach: number; start: string },
  people: number,
  random: () => number,
): Deed[] {
  const someone = () => Math.floor(random() * people)
  const urgency = Math.floor(random() * 3.4 + (task.taskType === 'bug' ? 1 : 0))
  const priority = PRIORITIES[urgency] ?? 0
  const description = random() < 0.6 ? oneOf(DESCRIPTIONS, random).replaceAll('%', task.title) : ''
  const deeds: Deed[] = []
  let at = born
  const then = (who: number, deed: Plan, hours: number) => {
    at += (0.2 + random()) * hours * HOUR
    deeds.push({ ...deed, at, who, task: index })
  }
  then(someone(), { do: 'create', description, statusId: start, priority }, 1)
  then(someone(), { do: 'estimate', points: task.estimate }, 20)
  if (random() < 0.25) {
    const day = new Date(born + (8 + random() * 30) * DAY).toISOString().slice(0, 10)
    then(someone(), { do: 'due', day }, 8)
  }
  if (random() < 0.15) then(someone(), { do: 'raise', priority: 4 }, 30)
  if (reach === 0) return deeds
  const owner = someone()
  then(owner, { do: 'assign', whom: owner }, 30)
  for (const to of FLOW.slice(1, reach + 1)) {
    then(owner, { do: 'move', to }, to === 'done' ? 20 : 40)
    if (random() < 0.45) then(someone(), { do: 'comment', body: oneOf(COMMENTS, random) }, 6)
    if (to === 'review' && reach === 3 && random() < 0.2) {
      then(someone(), { do: 'move', to: 'in-progress' }, 8)
      then(owner, { do: 'move', to: 'review' }, 16)
    }
  }
  return deeds
}

/**
 * Squeezes each day into 7 to 17 h UTC, and Friday to Sunday into Friday; what came first still
 * comes first.
 */
export function workingHours(at: number): number {
  const weekday = new Date(at).getUTCDay()
  const sinceFriday = { 5: 0, 6: 1, 0: 2 }[weekday]
  const start = at - (at % DAY) - (sinceFriday ?? 0) * DAY
  const share = (at - start) / (sinceFriday === undefined ? DAY : 3 * DAY)
  return start + 7 * HOUR + share * 10 * HOUR
}
