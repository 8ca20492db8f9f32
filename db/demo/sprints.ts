import {
  type About,
  assign,
  DAY,
  dayOf,
  HOUR,
  type Life,
  move,
  onProject,
  onTask,
  plan,
  type Scene,
} from './scene'
import { workingHours } from './story'
import { weekOfWork } from './work'

/** How long each of the sprints is, and how much of one is over. */
const SPRINT = 14 * DAY
const OVER = 10 * DAY

/**
 * Three sprints: one that ended with something left over after its scope had changed, one that runs,
 * and one that is being filled.
 */
export function sprints(about: About): Scene[] {
  const { player, lives, now } = about
  const turned = morningOf(now - OVER)
  const began = turned - SPRINT
  const [first, second, third] = [12, 13, 14].map((n) => player.idOf(`sprint ${n}`)) as Three
  const create = (sprintId: string, name: string, goal: string, at: number) =>
    onProject(player, { type: 'sprint.create', sprintId, name, goal }, at)
  const start = (sprintId: string, at: number) => {
    const dates = { startDate: dayOf(at), endDate: dayOf(at + SPRINT - DAY) }
    return onProject(player, { type: 'sprint.start', sprintId, ...dates }, at)
  }
  const open = lives.filter(({ born, done }) => born < began - DAY && done > now)
  const later = lives.filter(({ born, done }) => born >= began - DAY && born < turned && done > now)
  const [begun, taken, left] = [open.slice(0, 8), open.slice(8, 14), open.slice(14, 16)]
  const tooMuch = open.slice(16, 17)
  const [extra, next, late, rest] = [0, 1, 2, 3].map((n) => later.slice(n, n === 3 ? 8 : n + 1))
  const complete = { type: 'sprint.complete', sprintId: first, rest: second }
  const running = [...left, ...begun, ...tooMuch, ...(next ?? [])]
  return [
    create(first, 'Sprint 12', 'Sharing works for whole teams', began - DAY),
    plan(about, first, [...taken, ...left, ...tooMuch], began - HOUR),
    start(first, began),
    ...taken.flatMap((each, n) => done(about, each, began + (0.2 + n * 1.9) * DAY)),
    plan(about, first, extra ?? [], workingHours(began + 5.1 * DAY)),
    ...(extra ?? []).flatMap((each) => done(about, each, began + 8.2 * DAY)),
    ...taken.slice(4, 5).map((each) => twoMore(about, each, workingHours(began + 3.1 * DAY))),
    plan(about, null, tooMuch, workingHours(began + 6.3 * DAY)),
    create(second, 'Sprint 13', 'Nothing is lost on the way to the desk', turned - DAY),
    ...[0, 1, 2, 3, 4].map((who) => gives(about, second, who, turned - 2 * HOUR + who)),
    onProject(player, complete, turned - HOUR),
    plan(about, second, running.slice(left.length), turned - HOUR / 2),
    ...weekOfWork(about, running, turned),
    start(second, turned),
    plan(about, second, late ?? [], workingHours(turned + 2.2 * DAY)),
    create(third, 'Sprint 14', 'Everybody finds their notes again', workingHours(now - 2 * DAY)),
    plan(about, third, rest ?? [], workingHours(now - 2 * DAY) + HOUR / 4),
  ]
}

type Three = [string, string, string]

/** Nine o'clock of that day; of the Monday or Friday beside it when it is no working day. */
function morningOf(at: number): number {
  const shift = { 0: 1, 6: -1 }[new Date(at).getUTCDay()] ?? 0
  return at - (at % DAY) + shift * DAY + 9 * HOUR
}

/** Somebody takes a task up, and is done with it after a day. */
function done(about: About, life: Life, at: number): Scene[] {
  const who = life.owner ?? life.task % about.people
  const [from, to] = [workingHours(at), workingHours(at + 30 * HOUR)]
  const takes = life.owner === undefined ? [assign(about, life, who, from - 1)] : []
  return [...takes, move(about, life, 'in-progress', from, who), move(about, life, 'done', to, who)]
}

/** Somebody says how many hours a day they have for a sprint. */
function gives({ player }: About, sprintId: string, who: number, at: number): Scene {
  const capacity = { hoursPerDay: who === 0 ? 5 : 6, daysOff: [] }
  const personId = player.personId(who)
  return onProject(player, { type: 'sprint.capacity', sprintId, personId, capacity }, at)
}

function twoMore({ player, tasks }: About, { task }: Life, at: number): Scene {
  const estimate = (tasks[task]?.estimate ?? 0) + 2
  return onTask(player, task, { type: 'task.edit', set: { estimate } }, at)
}
