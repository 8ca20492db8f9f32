import type { DemoTask } from './demoTask'
import type { DemoWriter } from './demoWriter'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Something that happens to a project's plan at some time. */
export interface ScheduledStep {
  at: number
  run: () => Promise<unknown>
}

/** When a task is created, when it is done, and who has it at the end. */
export interface TaskSchedule {
  taskIndex: number
  createdAt: number
  doneAt: number
  ownerIndex: number | undefined
}

/** What the parts of a plan are made from. */
export interface StepInput {
  writer: DemoWriter
  tasks: DemoTask[]
  schedules: TaskSchedule[]
  personCount: number
  now: number
}

type CommandFields = Record<string, unknown> & { type: string }

/** One of the people, or the first, does something to a task. */
export function taskStep(
  writer: DemoWriter,
  task: number,
  command: CommandFields,
  at: number,
  personIndex = 0,
): ScheduledStep {
  const run = () => {
    const taskId = writer.taskId(task)
    const baseVersion = writer.versionOf(taskId)
    return writer.send(personIndex, { ...command, taskId, baseVersion } as never, at)
  }
  return { at, run }
}

/** The first of the people does something to the project. */
export function projectStep(writer: DemoWriter, command: CommandFields, at: number): ScheduledStep {
  const run = () => writer.send(0, { ...command, baseVersion: writer.versionOf() } as never, at)
  return { at, run }
}

/** Plans tasks, in this order, for a sprint, or for the backlog. */
export function planStep(
  { writer }: StepInput,
  to: string | null,
  schedules: TaskSchedule[],
  at: number,
): ScheduledStep {
  const run = () => {
    const seen = schedules.map(({ taskIndex }) => writer.taskId(taskIndex))
    const tasks = seen.map((taskId) => ({ taskId, baseVersion: writer.versionOf(taskId) }))
    const position = { end: 'bottom' } as const
    return writer.send(0, { type: 'task.plan', tasks, sprintId: to, position }, at)
  }
  return { at, run }
}

/** Gives a task to one of the people, who takes it themselves. */
export function assignStep(
  { writer }: StepInput,
  { taskIndex }: TaskSchedule,
  owner: number,
  at: number,
): ScheduledStep {
  const add = { assignees: [writer.personId(owner)] }
  return taskStep(writer, taskIndex, { type: 'task.edit', add }, at, owner)
}

/** Moves a task to another column. */
export function moveStep(
  { writer }: StepInput,
  { taskIndex }: TaskSchedule,
  to: string,
  at: number,
  personIndex: number,
) {
  const position = { end: to === 'done' ? 'top' : 'bottom' }
  return taskStep(writer, taskIndex, { type: 'task.move', statusId: to, position }, at, personIndex)
}

export const toDate = (at: number) => new Date(at).toISOString().slice(0, 10)
