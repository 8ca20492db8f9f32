import type { Player } from './play'
import type { DemoTask } from './task'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Something that happens to a project's plan at some time. */
export interface Scene {
  at: number
  play: () => Promise<unknown>
}

/** A task of the story: when it came in, when it was done, and who has it by the end of it. */
export interface Life {
  task: number
  born: number
  done: number
  owner: number | undefined
}

/** What the parts of a plan are made from. */
export interface About {
  player: Player
  tasks: DemoTask[]
  lives: Life[]
  people: number
  now: number
}

type Some = Record<string, unknown> & { type: string }

/** One of the people, or the first, does something to a task. */
export function onTask(player: Player, task: number, command: Some, at: number, who = 0): Scene {
  const play = () => {
    const taskId = player.taskId(task)
    const baseVersion = player.versionOf(taskId)
    return player.send(who, { ...command, taskId, baseVersion } as never, at)
  }
  return { at, play }
}

/** The first of the people does something to the project. */
export function onProject(player: Player, command: Some, at: number): Scene {
  const play = () => player.send(0, { ...command, baseVersion: player.versionOf() } as never, at)
  return { at, play }
}

/** Plans tasks, in this order, for a sprint, or for the backlog. */
export function plan({ player }: About, to: string | null, those: Life[], at: number): Scene {
  const play = () => {
    const seen = those.map(({ task }) => player.taskId(task))
    const tasks = seen.map((taskId) => ({ taskId, baseVersion: player.versionOf(taskId) }))
    const place = { end: 'bottom' } as const
    return player.send(0, { type: 'task.plan', tasks, sprintId: to, place }, at)
  }
  return { at, play }
}

/** Gives a task to one of the people, who takes it themselves. */
export function assign({ player }: About, { task }: Life, owner: number, at: number): Scene {
  const add = { assignees: [player.personId(owner)] }
  return onTask(player, task, { type: 'task.edit', add }, at, owner)
}

/** Moves a task to another column. */
export function move({ player }: About, { task }: Life, to: string, at: number, who: number) {
  const place = { end: to === 'done' ? 'top' : 'bottom' }
  return onTask(player, task, { type: 'task.move', statusId: to, place }, at, who)
}

export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
