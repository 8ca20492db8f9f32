import type { Player } from './play'
import type { Deed } from './story'
import type { DemoTask } from './task'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Something that happens to a project's plan at some time. */
export interface Scene {
  at: number
  play: () => Promise<unknown>
}

/**
 * What a team does beside the story of its tasks: two epics, a version that went out and one that
 * is meant to, a sprint that ended with something left over, one that runs and one that is being
 * filled, and the time that was logged.
 * @param now milliseconds since 1970; the sprint that runs ends some days after it
 */
export function planOf(player: Player, tasks: DemoTask[], deeds: Deed[], now: number): Scene[] {
  const doneAt = (task: number) =>
    deeds.findLast((deed) => deed.task === task && deed.do === 'move' && deed.to === 'done')?.at ??
    Number.POSITIVE_INFINITY
  const bornAt = (task: number) =>
    deeds.find((deed) => deed.task === task && deed.do === 'create')?.at ?? Number.POSITIVE_INFINITY
  const ends = tasks.map((_, task) => ({ task, born: bornAt(task), done: doneAt(task) }))
  const about = { player, tasks, ends, now }
  return [...epics(about), ...versions(about), ...sprints(about), ...time(about)]
}

interface About {
  player: Player
  tasks: DemoTask[]
  ends: { task: number; born: number; done: number }[]
  now: number
}

function epics({ player, tasks, ends, now }: About): Scene[] {
  const all = [
    { title: 'Notes that never get lost', label: 'sync' },
    { title: 'Maps without a network', label: 'maps' },
  ]
  const at = now - 20 * DAY
  return all.flatMap(({ title, label }, i) => {
    const taskId = player.idOf(`epic ${label}`)
    const make: Scene = {
      at: at + i * HOUR,
      play: () =>
        player.send(
          0,
          {
            type: 'task.create',
            ...{ taskId, title, taskType: 'epic', statusId: 'todo', labels: [label] },
            place: { end: 'bottom' },
          },
          at + i * HOUR,
        ),
    }
    const below = ends.filter(({ task, born }) => tasks[task]?.label === label && born < at)
    const nest = below.map(({ task }, n): Scene => {
      const then = at + (i + 1) * HOUR + n
      return {
        at: then,
        play: () => onTask(player, task, { type: 'task.nest', parentId: taskId }, then),
      }
    })
    return [make, ...nest]
  })
}

function versions({ player, ends, now }: About): Scene[] {
  const [out, next] = [
    { name: '2.3', day: now - 21 * DAY, id: player.idOf('version 2.3') },
    { name: '2.4', day: now + 9 * DAY, id: player.idOf('version 2.4') },
  ]
  const add = ({ name, day, id }: typeof out, at: number): Scene => ({
    at,
    play: () =>
      onProject(player, { type: 'version.add', versionId: id, name, releaseDate: dayOf(day) }, at),
  })
  const put = ({ id }: typeof out, those: About['ends'], at: number) =>
    those.map(({ task }, n): Scene => {
      const edit = { type: 'task.edit', add: { fixVersions: [id] } }
      return { at: at + n, play: () => onTask(player, task, edit, at + n) }
    })
  const went = ends.filter(({ done }) => done > out.day - 40 * DAY && done < out.day - DAY)
  const meant = ends.filter(({ born, done }) => born < now - 14 * DAY && done > now - 14 * DAY)
  const release = {
    type: 'version.release',
    versionId: out.id,
    releaseDate: dayOf(out.day),
    moveTo: null,
  }
  return [
    add(out, out.day - 40 * DAY),
    ...put(out, went, out.day - DAY),
    { at: out.day, play: () => onProject(player, release, out.day) },
    add(next, out.day + DAY),
    ...put(next, meant.slice(0, 14), now - 13 * DAY),
  ]
}

function sprints({ player, ends, now }: About): Scene[] {
  const [first, second, third] = [12, 13, 14].map((n) => player.idOf(`sprint ${n}`)) as [
    string,
    string,
    string,
  ]
  const [began, turned] = [now - 24 * DAY, now - 10 * DAY]
  const make = (sprintId: string, name: string, goal: string, at: number): Scene => ({
    at,
    play: () => onProject(player, { type: 'sprint.create', sprintId, name, goal }, at),
  })
  const fill = (sprintId: string, those: About['ends'], at: number): Scene => ({
    at,
    play: () => {
      const seen = those.map(({ task }) => player.taskId(task))
      const planned = seen.map((taskId) => ({ taskId, baseVersion: player.versionOf(taskId) }))
      const place = { end: 'bottom' } as const
      return player.send(0, { type: 'task.plan', tasks: planned, sprintId, place }, at)
    },
  })
  const start = (sprintId: string, at: number): Scene => {
    const dates = { startDate: dayOf(at), endDate: dayOf(at + 13 * DAY) }
    return { at, play: () => onProject(player, { type: 'sprint.start', sprintId, ...dates }, at) }
  }
  const finish = ({ task }: About['ends'][number], at: number): Scene[] =>
    ['in-progress', 'done'].map((statusId, n) => {
      const then = at + n * 30 * HOUR
      const move = { type: 'task.move', statusId, place: { end: 'top' } }
      return { at: then, play: () => onTask(player, task, move, then, task) }
    })
  const open = ends.filter(({ born, done }) => born < began - DAY && done > now)
  const waiting = ends.filter(({ born, done }) => born > began && born < turned && done > now)
  const [taken, left] = [open.slice(8, 15), open.slice(15, 18)]
  const running = [...open.slice(0, 8), ...waiting.slice(0, 3)]
  const complete = { type: 'sprint.complete', sprintId: first, rest: second }
  return [
    make(first, 'Sprint 12', 'Sharing works for whole teams', began - DAY),
    fill(first, [...taken, ...left], began - 6 * HOUR),
    start(first, began),
    ...taken.flatMap((each, n) => finish(each, began + (0.5 + n * 1.7) * DAY)),
    make(second, 'Sprint 13', 'Nothing is lost on the way to the desk', turned - DAY),
    { at: turned - HOUR, play: () => onProject(player, complete, turned - HOUR) },
    fill(second, running, turned - HOUR / 2),
    start(second, turned),
    ...running.slice(0, 3).flatMap((each, n) => finish(each, turned + (1 + n * 2) * DAY)),
    fill(second, waiting.slice(3, 4), turned + 3 * DAY),
    make(third, 'Sprint 14', '', now - 2 * DAY),
    fill(third, waiting.slice(4, 9), now - 2 * DAY + HOUR),
  ]
}

/** On each working day of two weeks four people log some of the time that their tasks take. */
function time({ player, ends, now }: About): Scene[] {
  const tasks = ends.filter(({ born, done }) => born < now - 20 * DAY && done > now).slice(0, 8)
  const days = Array.from({ length: 14 }, (_, n) => now - (now % DAY) - (14 - n) * DAY)
  const working = days.filter((day) => new Date(day).getUTCDay() % 6 !== 0)
  const estimates = tasks.map(({ task }, n): Scene => {
    const at = now - 15 * DAY + n
    const edit = { type: 'task.edit', set: { originalEstimate: (12 + n * 4) * 3600 } }
    return { at, play: () => onTask(player, task, edit, at, task) }
  })
  const logs = working.flatMap((day, i) =>
    [0, 1, 2, 3].flatMap((who): Scene[] => {
      const { task } = tasks[(i * 3 + who * 2) % tasks.length] ?? { task: 0 }
      const at = day + 15 * HOUR + who
      const log = {
        type: 'worklog.add',
        worklogId: player.idOf(`worklog ${i} ${who}`),
        seconds: (3 + ((i * 5 + who * 3) % 6)) * 1_800,
        startedAt: new Date(day + 9 * HOUR).toISOString(),
        note: '',
        remaining: 'auto',
      }
      return [{ at, play: () => onTask(player, task, log, at, who) }]
    }),
  )
  return [...estimates, ...logs]
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

type Some = Record<string, unknown> & { type: string }

function onTask(player: Player, task: number, command: Some, at: number, who = 0) {
  const taskId = player.taskId(task)
  const baseVersion = player.versionOf(taskId)
  return player.send(who, { ...command, taskId, baseVersion } as never, at)
}

function onProject(player: Player, command: Some, at: number) {
  return player.send(0, { ...command, baseVersion: player.versionOf() } as never, at)
}
