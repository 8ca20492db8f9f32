import type { DemoTask } from './demoTask'
import type { DemoWriter } from './demoWriter'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** A change of a project's plan at a time. */
export interface ScheduledStep {
  at: number
  run: () => Promise<unknown>
}

/** When a task is created and done, and who is assigned in the end. */
export interface TaskSchedule {
  taskIndex: number
  createdAt: number
  doneAt: number
  ownerIndex: number | undefined
}

/** The data that the parts of a plan are made from. */
export interface StepInput {
  writer: DemoWriter
  tasks: DemoTask[]
  schedules: TaskSchedule[]
  personCount: number
  now: number
}

type CommandFields = Record<string, unknown> & { type: string }

/** A command on a task by one person, by default the first. */
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

/** A command on the project by the first person. */
export function projectStep(writer: DemoWriter, command: CommandFields, at: number): ScheduledStep {
  const run = () => writer.send(0, { ...command, baseVersion: writer.versionOf() } as never, at)
  return { at, run }
}

/** Plans tasks in this order into a sprint or the backlog. */
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

/** Assigns a task to a person, who assigns it themselves. */
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
