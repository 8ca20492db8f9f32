import type { DemoAction } from './demoActions'
import type { DemoTask } from './demoTask'
import type { DemoWriter } from './demoWriter'
import {
  DAY,
  HOUR,
  projectStep,
  type ScheduledStep,
  type StepInput,
  type TaskSchedule,
  taskStep,
  toDate,
} from './scheduledStep'
import { sprintSteps } from './sprintSteps'

/**
 * Returns the steps of a team besides the actions on tasks: two epics, a released and a planned
 * version, a completed sprint with unfinished tasks, an active and a planned sprint, and worklogs.
 * @param personCount number of people
 * @param now milliseconds since 1970; the active sprint ends some days after it
 */
export function projectSteps(
  writer: DemoWriter,
  tasks: DemoTask[],
  actions: DemoAction[],
  personCount: number,
  now: number,
): ScheduledStep[] {
  const doneAtOf = (task: number) =>
    actions.findLast(
      (action) => action.taskIndex === task && action.kind === 'move' && action.to === 'done',
    )?.at ?? Number.POSITIVE_INFINITY
  const createdAtOf = (task: number) =>
    actions.find((action) => action.taskIndex === task && action.kind === 'create')?.at ??
    Number.POSITIVE_INFINITY
  const ownerOf = (task: number) =>
    actions
      .flatMap((action) =>
        action.taskIndex === task && action.kind === 'assign' ? [action.assigneeIndex] : [],
      )
      .at(-1)
  const schedules = tasks.map((_, task) => {
    return {
      taskIndex: task,
      createdAt: createdAtOf(task),
      doneAt: doneAtOf(task),
      ownerIndex: ownerOf(task),
    }
  })
  const input = { writer, tasks, schedules, personCount, now }
  return [...epicSteps(input), ...versionSteps(input), ...sprintSteps(input)]
}

function epicSteps({ writer, tasks, schedules, now }: StepInput): ScheduledStep[] {
  const epics = [
    { title: 'Notes that never get lost', label: 'sync' },
    { title: 'Maps without a network', label: 'maps' },
  ]
  const at = now - 20 * DAY
  return epics.flatMap(({ title, label }, i) => {
    const taskId = writer.entityId(`epic ${label}`)
    const create: ScheduledStep = {
      at: at + i * HOUR,
      run: () =>
        writer.send(
          0,
          {
            type: 'task.create',
            ...{ taskId, title, taskType: 'epic', statusId: 'todo', labels: [label] },
            position: { end: 'bottom' },
          },
          at + i * HOUR,
        ),
    }
    const children = schedules.filter(
      ({ taskIndex, createdAt }) => tasks[taskIndex]?.label === label && createdAt < at,
    )
    const setParents = children.map(({ taskIndex }, n) =>
      taskStep(
        writer,
        taskIndex,
        { type: 'task.setParent', parentId: taskId },
        at + (i + 1) * HOUR + n,
      ),
    )
    return [create, ...setParents]
  })
}

function versionSteps({ writer, schedules, now }: StepInput): ScheduledStep[] {
  const [released, upcoming] = [
    { name: '2.3', day: now - 21 * DAY, id: writer.entityId('version 2.3') },
    { name: '2.4', day: now + 9 * DAY, id: writer.entityId('version 2.4') },
  ]
  const add = ({ name, day, id }: typeof released, at: number) =>
    projectStep(writer, { type: 'version.add', versionId: id, name, releaseDate: toDate(day) }, at)
  const addFixVersion = ({ id }: typeof released, schedules: TaskSchedule[], at: number) =>
    schedules.map(({ taskIndex }, n) =>
      taskStep(writer, taskIndex, { type: 'task.edit', add: { fixVersions: [id] } }, at + n),
    )
  const shipped = schedules.filter(
    ({ doneAt }) => doneAt > released.day - 40 * DAY && doneAt < released.day - DAY,
  )
  const planned = schedules.filter(
    ({ createdAt, doneAt }) => createdAt < now - 14 * DAY && doneAt > now - 14 * DAY,
  )
  const release = {
    type: 'version.release',
    versionId: released.id,
    releaseDate: toDate(released.day),
    moveTo: null,
  }
  return [
    add(released, released.day - 40 * DAY),
    ...addFixVersion(released, shipped, released.day - DAY),
    projectStep(writer, release, released.day),
    add(upcoming, released.day + DAY),
    ...addFixVersion(upcoming, planned.slice(0, 14), now - 13 * DAY),
  ]
}
