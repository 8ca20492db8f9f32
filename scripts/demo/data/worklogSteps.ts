import {
  assignStep,
  DAY,
  HOUR,
  moveStep,
  type ScheduledStep,
  type StepInput,
  type TaskSchedule,
  taskStep,
} from './scheduledStep'

/** Work per story point. */
const MS_PER_POINT = 6 * HOUR
/** Remaining work of each person's last task, which is never finished. */
const UNFINISHED_MS = 3 * HOUR

/**
 * Returns the team's work on the tasks of the active sprint: each task has an owner and a time
 * estimate. On every working day before today each owner logs hours on one task after the other and
 * moves finished ones to done.
 */
export function worklogSteps(
  input: StepInput,
  schedules: TaskSchedule[],
  start: number,
): ScheduledStep[] {
  const owners = assignOwners(input, schedules)
  const estimateSteps = schedules.flatMap((schedule): ScheduledStep[] => {
    const owner = owners.get(schedule) ?? 0
    const set = { originalEstimate: estimatedMs(input, schedule) / 1000 }
    const at = start - HOUR / 3
    const estimated = taskStep(
      input.writer,
      schedule.taskIndex,
      { type: 'task.edit', set },
      at,
      owner,
    )
    return schedule.ownerIndex === undefined
      ? [assignStep(input, schedule, owner, at), estimated]
      : [estimated]
  })
  const days = workingDays(start, input.now)
  const work = Array.from({ length: input.personCount }, (_, personIndex) =>
    personSteps(
      input,
      schedules.filter((schedule) => owners.get(schedule) === personIndex),
      days,
      personIndex,
    ),
  )
  return [...estimateSteps, ...work.flat()]
}

/** Returns the owner of each task. Unassigned tasks go to the person with the least work. */
function assignOwners(
  { tasks, personCount }: StepInput,
  schedules: TaskSchedule[],
): Map<TaskSchedule, number> {
  const points = ({ taskIndex }: TaskSchedule) => tasks[taskIndex]?.estimate ?? 0
  const load = Array.from({ length: personCount }, () => 0)
  const owners = new Map<TaskSchedule, number>()
  const assignTo = (schedule: TaskSchedule, personIndex: number) => {
    owners.set(schedule, personIndex)
    load[personIndex] = (load[personIndex] ?? 0) + points(schedule)
  }
  for (const schedule of schedules)
    if (schedule.ownerIndex !== undefined) assignTo(schedule, schedule.ownerIndex)
  for (const schedule of schedules) {
    if (!owners.has(schedule)) assignTo(schedule, load.indexOf(Math.min(...load)))
  }
  return owners
}

function estimatedMs({ tasks }: StepInput, { taskIndex }: TaskSchedule): number {
  return (tasks[taskIndex]?.estimate ?? 0) * MS_PER_POINT
}

/** Returns one person's steps on these days, through their tasks in order. */
function personSteps(
  input: StepInput,
  ownTasks: TaskSchedule[],
  days: number[],
  personIndex: number,
): ScheduledStep[] {
  const steps: ScheduledStep[] = []
  const remaining = ownTasks.map((schedule) => estimatedMs(input, schedule))
  const started = new Set<TaskSchedule>()
  let current = 0
  for (const [i, day] of days.entries()) {
    let hours = (9 + ((i * 5 + personIndex * 3) % 4)) * (HOUR / 2)
    let at = day + 9 * HOUR
    while (hours > 0 && current < ownTasks.length) {
      const schedule = ownTasks[current] as TaskSchedule
      const isLast = current === ownTasks.length - 1
      const durationMs = Math.min(hours, (remaining[current] ?? 0) - (isLast ? UNFINISHED_MS : 0))
      if (durationMs <= 0) break
      // Tasks that were already started by the actions keep their status.
      if (!started.has(schedule) && schedule.ownerIndex === undefined) {
        steps.push(moveStep(input, schedule, 'in-progress', at + personIndex, personIndex))
      }
      started.add(schedule)
      at += durationMs
      steps.push(
        worklogStep(
          input,
          schedule,
          { startedAt: at - durationMs, at: at + personIndex, durationMs },
          personIndex,
        ),
      )
      hours -= durationMs
      remaining[current] = (remaining[current] ?? 0) - durationMs
      if (remaining[current] !== 0) break
      steps.push(moveStep(input, schedule, 'done', at + 60_000 + personIndex, personIndex))
      current++
    }
  }
  return steps
}

type WorkInterval = { startedAt: number; at: number; durationMs: number }

function worklogStep(
  { writer }: StepInput,
  { taskIndex }: TaskSchedule,
  { startedAt, at, durationMs }: WorkInterval,
  personIndex: number,
) {
  const log = {
    type: 'worklog.add',
    worklogId: writer.entityId(`worklog ${taskIndex} ${startedAt}`),
    seconds: durationMs / 1000,
    startedAt: new Date(startedAt).toISOString(),
    note: '',
    remaining: 'auto',
  }
  return taskStep(writer, taskIndex, log, at, personIndex)
}

/** Returns the starts of the working days after the start day and before today. */
function workingDays(start: number, now: number): number[] {
  const first = start - (start % DAY) + DAY
  const count = Math.max(0, Math.floor((now - first) / DAY))
  return Array.from({ length: count }, (_, n) => first + n * DAY).filter(
    (day) => new Date(day).getUTCDay() % 6 !== 0,
  )
}
