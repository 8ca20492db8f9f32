import { v7 as newId } from 'uuid'
import { type Id, type Priority, TASK_TYPES } from '@/domain/words'
import { onTask, pick, sprintOf, statusOf, tasksOf, type Wish } from './wish'

/** What somebody may want of tasks. */
export const TASKS = {
  create: (view, { a, b, word }) => ({
    type: 'task.create',
    taskId: newId(),
    // A subtask needs a parent, so most wishes for one become tasks.
    taskType: pick([...TASK_TYPES].slice(0, -1), a) ?? 'task',
    title: word,
    statusId: statusOf(view, b),
    place: a % 2 ? { end: 'top' } : { after: pick(tasksOf(view), b)?.id },
  }),
  move: onTask((on, view, { b }) => {
    const place = b % 3 ? { after: pick(tasksOf(view), b)?.id } : {}
    return { type: 'task.move', ...on, statusId: statusOf(view, b), place }
  }),
  title: onTask((on, _, { word }) => ({ type: 'task.edit', ...on, set: { title: word } })),
  fields: onTask((on, _, { b, word }) => ({
    type: 'task.edit',
    ...on,
    set: { priority: (b % 5) as Priority, estimate: b % 2 ? b % 8 : null },
    add: { labels: [word] },
  })),
  unlabel: onTask((on, view, { b }) => ({
    type: 'task.edit',
    ...on,
    remove: { labels: [pick(view.tasks.get(on.taskId)?.labels ?? [], b) ?? 'none'] },
  })),
  tie: onTask((on, view, { a, b }) => {
    const other = pick(tasksOf(view), b)?.number ?? 1
    const links = [`${pick(['blocks', 'is-blocked-by', 'relates'], a)}:P1-${other}`]
    return { type: 'task.edit', ...on, ...(b % 3 ? { add: { links } } : { remove: { links } }) }
  }),
  describe: onTask((on, view, { b, word }) => {
    const lines = (view.tasks.get(on.taskId)?.description || 'a\nb\nc\nd\ne').split('\n')
    lines[b % lines.length] = word
    return { type: 'task.edit', ...on, set: { description: lines.join('\n') } }
  }),
  nest: onTask((on, view, { b }) => {
    const parentId = b % 5 ? (pick(tasksOf(view), b)?.id ?? null) : null
    return { type: 'task.nest', ...on, parentId }
  }),
  retype: onTask((on, _, { b }) => ({
    type: 'task.edit',
    ...on,
    set: { type: pick([...TASK_TYPES], b) },
  })),
  tag: onTask((on, view, { a, b }) => {
    const entry = (all: { id: Id }[] = [], n: number) => pick(all, n)?.id ?? []
    const add = {
      components: [entry(view.project?.components, a)].flat(),
      fixVersions: [entry(view.project?.fixVersions, b)].flat(),
      affectedVersions: [entry(view.project?.fixVersions, a + b)].flat(),
    }
    return { type: 'task.edit', ...on, [b % 4 ? 'add' : 'remove']: add }
  }),
  archive: onTask((on) => ({ type: 'task.archive', ...on })),
  restore: onTask((on) => ({ type: 'task.restore', ...on })),
  fill: onTask((on, view, { a, b, word }) => ({
    type: 'task.move',
    ...on,
    statusId: statusOf(view, b),
    place: {},
    set: a % 3 ? { estimate: a % 8 } : { description: word },
    add: { labels: [word] },
  })),
  many: (view, { a, b, word }) => {
    const tasks = tasksOf(view)
      .slice(a % 9, (a % 9) + 5)
      .map((task) => ({ taskId: task.id, baseVersion: task.version }))
    if (tasks.length === 0) return null
    const change = b % 2 ? { statusId: statusOf(view, b) } : { sprintId: sprintOf(view, b) }
    return { type: 'task.bulk', tasks, change: { ...change, add: { labels: [word] } } }
  },
} satisfies Record<string, Wish>
