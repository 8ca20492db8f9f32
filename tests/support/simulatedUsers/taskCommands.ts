import { v7 as newId } from 'uuid'
import { type Id, type Priority, TASK_TYPES } from '@/domain/kernel/primitives'
import {
  forTask,
  pickNth,
  pickSprint,
  pickStatus,
  type RandomCommand,
  visibleTasks,
} from './randomCommand'

/** Random commands about tasks. */
export const TASK_COMMANDS = {
  create: (view, { first, second, text }) => ({
    type: 'task.create',
    taskId: newId(),
    // A subtask needs a parent, so a random type is never a subtask.
    taskType: pickNth([...TASK_TYPES].slice(0, -1), first) ?? 'task',
    title: text,
    statusId: pickStatus(view, second),
    position: first % 2 ? { end: 'top' } : { after: pickNth(visibleTasks(view), second)?.id },
  }),
  move: forTask((on, view, { second }) => {
    const position = second % 3 ? { after: pickNth(visibleTasks(view), second)?.id } : {}
    return { type: 'task.move', ...on, statusId: pickStatus(view, second), position }
  }),
  title: forTask((on, _, { text }) => ({ type: 'task.edit', ...on, set: { title: text } })),
  editFields: forTask((on, _, { second, text }) => ({
    type: 'task.edit',
    ...on,
    set: { priority: (second % 5) as Priority, estimate: second % 2 ? second % 8 : null },
    add: { labels: [text] },
  })),
  removeLabel: forTask((on, view, { second }) => ({
    type: 'task.edit',
    ...on,
    remove: { labels: [pickNth(view.tasks.get(on.taskId)?.labels ?? [], second) ?? 'none'] },
  })),
  editLink: forTask((on, view, { first, second }) => {
    const other = pickNth(visibleTasks(view), second)?.number ?? 1
    const links = [`${pickNth(['blocks', 'is-blocked-by', 'relates'], first)}:P1-${other}`]
    return {
      type: 'task.edit',
      ...on,
      ...(second % 3 ? { add: { links } } : { remove: { links } }),
    }
  }),
  editDescription: forTask((on, view, { second, text }) => {
    const lines = (view.tasks.get(on.taskId)?.description || 'a\nb\nc\nd\ne').split('\n')
    lines[second % lines.length] = text
    return { type: 'task.edit', ...on, set: { description: lines.join('\n') } }
  }),
  setParent: forTask((on, view, { second }) => {
    const parentId = second % 5 ? (pickNth(visibleTasks(view), second)?.id ?? null) : null
    return { type: 'task.setParent', ...on, parentId }
  }),
  changeType: forTask((on, _, { second }) => ({
    type: 'task.edit',
    ...on,
    set: { type: pickNth([...TASK_TYPES], second) },
  })),
  editComponentsAndVersions: forTask((on, view, { first, second }) => {
    const entry = (all: { id: Id }[] = [], n: number) => pickNth(all, n)?.id ?? []
    const add = {
      components: [entry(view.project?.components, first)].flat(),
      fixVersions: [entry(view.project?.versions, second)].flat(),
      affectedVersions: [entry(view.project?.versions, first + second)].flat(),
    }
    return { type: 'task.edit', ...on, [second % 4 ? 'add' : 'remove']: add }
  }),
  archive: forTask((on) => ({ type: 'task.archive', ...on })),
  restore: forTask((on) => ({ type: 'task.restore', ...on })),
  moveWithFields: forTask((on, view, { first, second, text }) => ({
    type: 'task.move',
    ...on,
    statusId: pickStatus(view, second),
    position: {},
    set: first % 3 ? { estimate: first % 8 } : { description: text },
    add: { labels: [text] },
  })),
  bulkEdit: (view, { first, second, text }) => {
    const tasks = visibleTasks(view)
      .slice(first % 9, (first % 9) + 5)
      .map((task) => ({ taskId: task.id, baseVersion: task.version }))
    if (tasks.length === 0) return null
    const change =
      second % 2 ? { statusId: pickStatus(view, second) } : { sprintId: pickSprint(view, second) }
    return { type: 'task.bulk', tasks, change: { ...change, add: { labels: [text] } } }
  },
} satisfies Record<string, RandomCommand>
