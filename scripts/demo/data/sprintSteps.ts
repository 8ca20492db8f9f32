import { toWorkingHours } from './demoActions'
import {
  assignStep,
  DAY,
  HOUR,
  moveStep,
  planStep,
  projectStep,
  type ScheduledStep,
  type StepInput,
  type TaskSchedule,
  taskStep,
  toDate,
} from './scheduledStep'
import { worklogSteps } from './worklogSteps'

/** Length of each sprint, and the elapsed part of the active one. */
const SPRINT_MS = 14 * DAY
const ELAPSED_MS = 10 * DAY

/**
 * Returns the steps of three sprints: a completed one with scope changes and unfinished tasks, an
 * active one and a planned one.
 */
export function sprintSteps(input: StepInput): ScheduledStep[] {
  const { writer, schedules, now } = input
  const currentStart = startOfWorkingDay(now - ELAPSED_MS)
  const previousStart = currentStart - SPRINT_MS
  const [first, second, third] = [12, 13, 14].map((n) => writer.entityId(`sprint ${n}`)) as ThreeIds
  const create = (sprintId: string, name: string, goal: string, at: number) =>
    projectStep(writer, { type: 'sprint.create', sprintId, name, goal }, at)
  const start = (sprintId: string, at: number) => {
    const dates = { startDate: toDate(at), endDate: toDate(at + SPRINT_MS - DAY) }
    return projectStep(writer, { type: 'sprint.start', sprintId, ...dates }, at)
  }
  const openTasks = schedules.filter(
    ({ createdAt, doneAt }) => createdAt < previousStart - DAY && doneAt > now,
  )
  const newerTasks = schedules.filter(
    ({ createdAt, doneAt }) =>
      createdAt >= previousStart - DAY && createdAt < currentStart && doneAt > now,
  )
  const [inProgress, completed, carriedOver] = [
    openTasks.slice(0, 8),
    openTasks.slice(8, 14),
    openTasks.slice(14, 16),
  ]
  const removedFromSprint = openTasks.slice(16, 17)
  const [addedLater, plannedNext, addedToCurrent, plannedAfter] = [0, 1, 2, 3].map((n) =>
    newerTasks.slice(n, n === 3 ? 8 : n + 1),
  )
  const complete = { type: 'sprint.complete', sprintId: first, defaultDestination: second }
  const currentTasks = [...carriedOver, ...inProgress, ...removedFromSprint, ...(plannedNext ?? [])]
  return [
    create(first, 'Sprint 12', 'Sharing works for whole teams', previousStart - DAY),
    planStep(
      input,
      first,
      [...completed, ...carriedOver, ...removedFromSprint],
      previousStart - HOUR,
    ),
    start(first, previousStart),
    ...completed.flatMap((each, n) =>
      completionSteps(input, each, previousStart + (0.2 + n * 1.9) * DAY),
    ),
    planStep(input, first, addedLater ?? [], toWorkingHours(previousStart + 5.1 * DAY)),
    ...(addedLater ?? []).flatMap((each) =>
      completionSteps(input, each, previousStart + 8.2 * DAY),
    ),
    ...completed
      .slice(4, 5)
      .map((each) => raiseEstimateStep(input, each, toWorkingHours(previousStart + 3.1 * DAY))),
    planStep(input, null, removedFromSprint, toWorkingHours(previousStart + 6.3 * DAY)),
    create(second, 'Sprint 13', 'Nothing is lost on the way to the desk', currentStart - DAY),
    ...[0, 1, 2, 3, 4].map((personIndex) =>
      capacityStep(input, second, personIndex, currentStart - 2 * HOUR + personIndex),
    ),
    projectStep(writer, complete, currentStart - HOUR),
    planStep(input, second, currentTasks.slice(carriedOver.length), currentStart - HOUR / 2),
    ...worklogSteps(input, currentTasks, currentStart),
    start(second, currentStart),
    planStep(input, second, addedToCurrent ?? [], toWorkingHours(currentStart + 2.2 * DAY)),
    create(third, 'Sprint 14', 'Everybody finds their notes again', toWorkingHours(now - 2 * DAY)),
    planStep(input, third, plannedAfter ?? [], toWorkingHours(now - 2 * DAY) + HOUR / 4),
  ]
}

type ThreeIds = [string, string, string]

/** Returns nine o'clock of that day, or of the nearest Monday or Friday for a weekend. */
function startOfWorkingDay(at: number): number {
  const shift = { 0: 1, 6: -1 }[new Date(at).getUTCDay()] ?? 0
  return at - (at % DAY) + shift * DAY + 9 * HOUR
}

/** Somebody starts a task and completes it after a day. */
function completionSteps(input: StepInput, schedule: TaskSchedule, at: number): ScheduledStep[] {
  const personIndex = schedule.ownerIndex ?? schedule.taskIndex % input.personCount
  const [from, to] = [toWorkingHours(at), toWorkingHours(at + 30 * HOUR)]
  const assignment =
    schedule.ownerIndex === undefined ? [assignStep(input, schedule, personIndex, from - 1)] : []
  return [
    ...assignment,
    moveStep(input, schedule, 'in-progress', from, personIndex),
    moveStep(input, schedule, 'done', to, personIndex),
  ]
}

/** Somebody sets their hours per day for a sprint. */
function capacityStep(
  { writer }: StepInput,
  sprintId: string,
  personIndex: number,
  at: number,
): ScheduledStep {
  const capacity = { hoursPerDay: personIndex === 0 ? 5 : 6, daysOff: [] }
  const personId = writer.personId(personIndex)
  return projectStep(writer, { type: 'sprint.setCapacity', sprintId, personId, capacity }, at)
}

function raiseEstimateStep(
  { writer, tasks }: StepInput,
  { taskIndex }: TaskSchedule,
  at: number,
): ScheduledStep {
  const estimate = (tasks[taskIndex]?.estimate ?? 0) + 2
  return taskStep(writer, taskIndex, { type: 'task.edit', set: { estimate } }, at)
}
