import fc from 'fast-check'
import { v7 as newId, v4 as newWindow } from 'uuid'
import type { Command } from '@/domain/commands'
import { type Folded, fold, nothing } from '@/domain/fold'
import type { Id, Priority } from '@/domain/words'
import { CATEGORIES, TASK_TYPES } from '@/domain/words'
import { anotherWorkflow } from './anotherWorkflow'
import type { TestPerson } from './people'
import { storedLog } from './stored'

/** What a member of the crowd is about to do; numbers pick from whatever is on their screen. */
export interface Intent {
  client: number
  kind: keyof typeof WISHES | 'look'
  a: number
  b: number
  word: string
}

const pick = <T>(items: T[], n: number): T | undefined => items[n % Math.max(items.length, 1)]
const tasksOf = (view: Folded) => [...view.tasks.values()]
const statusOf = (view: Folded, n: number) =>
  pick(
    (view.project?.statuses ?? []).map((status) => status.id),
    n,
  ) ?? 'todo'

type Wish = (view: Folded, intent: Intent, me: Id) => Command | null
type OnTask = (on: { taskId: Id; baseVersion: number }, view: Folded, intent: Intent) => Command

const onTask =
  (make: OnTask): Wish =>
  (view, intent) => {
    const task = pick(tasksOf(view), intent.a)
    return task ? make({ taskId: task.id, baseVersion: task.version }, view, intent) : null
  }

const sprintOf = (view: Folded, n: number) =>
  pick(
    (view.project?.sprints ?? []).filter((each) => !each.removedAt).map((each) => each.id),
    n,
  ) ?? null

type OnSprint = (on: { sprintId: Id; baseVersion: number }, view: Folded, intent: Intent) => Command

const onSprint =
  (make: OnSprint): Wish =>
  (view, intent) => {
    const sprintId = sprintOf(view, intent.a)
    const baseVersion = view.project?.version ?? 0
    return sprintId ? make({ sprintId, baseVersion }, view, intent) : null
  }

/** The latest commands that a view has heard of. */
const seenCommands = new WeakMap<Folded, Set<Id>>()
const commandsOf = (view: Folded) => seenCommands.get(view) ?? new Set<Id>()

/** What a person at a stale screen may want, from what that screen shows. */
const WISHES = {
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
  component: (view, { b, word }) => {
    const all = view.project?.components.filter((each) => !each.removedAt) ?? []
    const baseVersion = view.project?.version ?? 0
    const [componentId, moveTo] = [pick(all, b)?.id, b % 3 ? (pick(all, b + 1)?.id ?? null) : null]
    return componentId && b % 4 === 0
      ? { type: 'component.remove', baseVersion, componentId, moveTo }
      : { type: 'component.add', baseVersion, componentId: newId(), name: `${word} ${b % 9}` }
  },
  version: (view, { b, word }) => {
    const all = view.project?.fixVersions.filter((each) => !each.removedAt) ?? []
    const baseVersion = view.project?.version ?? 0
    const versionId = pick(all, b)?.id
    if (!versionId || b % 4 > 1) {
      return { type: 'version.add', baseVersion, versionId: newId(), name: `${word} ${b % 9}` }
    }
    return b % 4
      ? { type: 'version.edit', baseVersion, versionId, set: { state: 'released' } }
      : { type: 'version.remove', baseVersion, versionId, moveTo: null }
  },
  tag: onTask((on, view, { a, b }) => {
    const entry = (all: { id: Id }[] = [], n: number) => pick(all, n)?.id ?? []
    const add = {
      components: [entry(view.project?.components, a)].flat(),
      fixVersions: [entry(view.project?.fixVersions, b)].flat(),
    }
    return { type: 'task.edit', ...on, [b % 4 ? 'add' : 'remove']: add }
  }),
  archive: onTask((on) => ({ type: 'task.archive', ...on })),
  restore: onTask((on) => ({ type: 'task.restore', ...on })),
  comment: onTask((on, _, { word }) => ({
    type: 'comment.add',
    ...on,
    commentId: newId(),
    body: word,
  })),
  rewrite: (view, { a, word }, me) => onComment(view, a, me, { type: 'comment.edit', body: word }),
  uncomment: (view, { a }, me) => onComment(view, a, me, { type: 'comment.delete' }),
  spend: onTask((on, _, { a, b, word }) => ({
    type: 'worklog.add',
    ...on,
    worklogId: newId(),
    seconds: 60 * (1 + (b % 90)),
    startedAt: new Date(Date.UTC(2031, 0, 1 + (a % 28), b % 24)).toISOString(),
    note: word,
    remaining: a % 3 ? 'auto' : { set: 60 * (b % 50) },
  })),
  left: onTask((on, _, { a, b }) => ({
    type: 'task.edit',
    ...on,
    set: a % 2 ? { remainingEstimate: 60 * (b % 99) } : { originalEstimate: 600 * (b % 9) },
  })),
  respend: (view, { a, b }, me) => onWorklog(view, a, me, { seconds: 60 * (1 + (b % 90)) }),
  unspend: (view, { a }, me) => onWorklog(view, a, me, null),
  limit: (view, { a, b }) => ({
    type: 'status.edit',
    baseVersion: view.project?.version ?? 0,
    statusId: statusOf(view, a),
    set: { wipLimit: b % 2 ? 3 + (b % 20) : null },
  }),
  category: (view, { a, b }) => ({
    type: 'status.edit',
    baseVersion: view.project?.version ?? 0,
    statusId: statusOf(view, a),
    set: { category: pick([...CATEGORIES], b) ?? 'todo' },
  }),
  column: (view, { a, word }) => ({
    type: 'status.add',
    baseVersion: view.project?.version ?? 0,
    status: { id: newId(), name: word, category: 'todo', color: 'teal', wipLimit: null },
    before: statusOf(view, a),
  }),
  shift: (view, { a, b }) => ({
    type: 'status.move',
    baseVersion: view.project?.version ?? 0,
    statusId: statusOf(view, a),
    before: b % 3 ? statusOf(view, b) : null,
  }),
  drop: (view, { a, b }) => ({
    type: 'status.remove',
    baseVersion: view.project?.version ?? 0,
    statusId: statusOf(view, a),
    moveTo: statusOf(view, b),
  }),
  workflow: (view, { a, b }) => ({
    type: 'workflow.change',
    baseVersion: view.project?.version ?? 0,
    ...anotherWorkflow(view.project, [a, b, a + b]),
  }),
  fill: onTask((on, view, { a, b, word }) => ({
    type: 'task.move',
    ...on,
    statusId: statusOf(view, b),
    place: {},
    set: a % 3 ? { estimate: a % 8 } : { description: word },
    add: { labels: [word] },
  })),
  plan: onTask(({ taskId, baseVersion }, view, { a, b }) => {
    const others = tasksOf(view).slice(b % 7, (b % 7) + (a % 3))
    const tasks = [
      { taskId, baseVersion },
      ...others
        .filter((task) => task.id !== taskId)
        .map((task) => ({ taskId: task.id, baseVersion: task.version })),
    ]
    const place = b % 3 ? { after: pick(tasksOf(view), b)?.id } : { end: 'top' as const }
    return { type: 'task.plan', tasks, sprintId: a % 3 ? sprintOf(view, b) : null, place }
  }),
  many: (view, { a, b, word }) => {
    const tasks = tasksOf(view)
      .slice(a % 9, (a % 9) + 5)
      .map((task) => ({ taskId: task.id, baseVersion: task.version }))
    if (tasks.length === 0) return null
    const change = b % 2 ? { statusId: statusOf(view, b) } : { sprintId: sprintOf(view, b) }
    return { type: 'task.bulk', tasks, change: { ...change, add: { labels: [word] } } }
  },
  undo: (view, { a, b }) => {
    const undoes = pick([...commandsOf(view)], a)
    return undoes ? { type: 'command.undo', undoes, rest: b % 2 === 0 } : null
  },
  sprint: (view, { word }) => ({
    type: 'sprint.create',
    baseVersion: view.project?.version ?? 0,
    sprintId: newId(),
    name: word,
  }),
  start: onSprint((on) => ({
    type: 'sprint.start',
    ...on,
    startDate: '2031-01-01',
    endDate: '2031-01-14',
  })),
  complete: onSprint((on, view, { b }) => {
    const rest = b % 2 ? sprintOf(view, b) : null
    return { type: 'sprint.complete', ...on, rest: rest === on.sprintId ? null : rest }
  }),
  reopen: onSprint((on) => ({ type: 'sprint.reopen', ...on })),
  unsprint: onSprint((on) => ({ type: 'sprint.remove', ...on })),
  replan: onSprint((on, _, { b, word }) => ({
    type: 'sprint.edit',
    ...on,
    set: b % 2 ? { goal: word } : { name: word, endDate: `2031-01-${14 + (b % 9)}` },
  })),
  shuffle: onSprint((on, view, { b }) => ({
    type: 'sprint.move',
    ...on,
    before: b % 3 ? sprintOf(view, b) : null,
  })),
  capacity: (view, { a, b }, me) => {
    const sprintId = sprintOf(view, a)
    const capacity = b % 4 ? { hoursPerDay: b % 9, daysOff: ['2031-01-02'] } : null
    const baseVersion = view.project?.version ?? 0
    if (!sprintId) return null
    return { type: 'sprint.capacity', baseVersion, sprintId, personId: me, capacity }
  },
  parallel: (view, { b }) => ({
    type: 'project.sprints',
    baseVersion: view.project?.version ?? 0,
    parallel: b % 2 === 0,
  }),
  resolve: (view, { a, b }, me) => {
    const mine = [...view.conflicts.values()].filter((c) => c.personId === me && !c.resolved)
    const conflict = pick(mine, a)
    if (!conflict) return null
    const thing = conflict.taskId ? view.tasks.get(conflict.taskId) : view.project
    return {
      type: 'conflict.resolve',
      conflictId: conflict.id,
      choice: b % 2 ? 'mine' : 'theirs',
      baseVersion: thing?.version ?? 0,
    }
  },
} satisfies Record<string, Wish>

function onComment(
  view: Folded,
  a: number,
  me: Id,
  wish: { type: 'comment.edit'; body: string } | { type: 'comment.delete' },
): Command | null {
  const mine = [...view.comments.values()].filter((comment) => comment.author === me)
  const comment = pick(mine, a)
  const task = comment && view.tasks.get(comment.taskId)
  if (!comment || !task) return null
  return { ...wish, taskId: task.id, commentId: comment.id, baseVersion: task.version }
}

function onWorklog(view: Folded, a: number, me: Id, set: { seconds: number } | null) {
  const worklog = pick(
    [...view.worklogs.values()].filter((each) => each.author === me),
    a,
  )
  const task = worklog && view.tasks.get(worklog.taskId)
  if (!worklog || !task) return null
  const on = { taskId: task.id, worklogId: worklog.id, baseVersion: task.version }
  return set
    ? ({ type: 'worklog.edit', ...on, set } as const)
    : ({ type: 'worklog.delete', ...on } as const)
}

/** Somebody at one window, whose view of the project is as old as their last look. */
export class Stale {
  readonly clientId = newWindow()
  private readonly view = nothing()
  constructor(
    readonly person: TestPerson,
    private readonly projectId: Id,
  ) {}

  /** Brings the view up to date by the events missed. */
  async look(): Promise<void> {
    const news = await storedLog(this.projectId, this.view.seq)
    for (const event of news) fold(this.view, event)
    if (news.length > 0) {
      seenCommands.set(this.view, new Set(news.slice(-30).map((event) => event.commandId)))
    }
  }

  /**
   * The command that an intent comes to on this screen; null for a look. Where there is nothing to
   * do it to, a task is created instead.
   */
  wish(intent: Intent): Command | null {
    if (intent.kind === 'look') return null
    const wish = WISHES[intent.kind](this.view, intent, this.person.personId)
    return wish ?? WISHES.create(this.view, intent)
  }
}

/** Mostly everyday wishes; columns change now and then. */
const kinds = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('move' as const, 'fill' as const) },
  { weight: 2, arbitrary: fc.constantFrom('create' as const, 'fields' as const) },
  { weight: 3, arbitrary: fc.constantFrom('plan' as const, 'many' as const, 'undo' as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('nest' as const, 'retype' as const, 'tie' as const, 'tag' as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...(['sprint', 'start', 'complete', 'reopen', 'unsprint'] as const)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...(['replan', 'shuffle', 'capacity', 'parallel'] as const)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...(['title', 'describe', 'unlabel', 'archive', 'restore', 'comment', 'rewrite'] as const),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...(['spend', 'left', 'respend', 'unspend'] as const)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...(['uncomment', 'resolve', 'limit'] as const)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...(['column', 'shift', 'drop', 'workflow', 'category'] as const)),
  },
  { weight: 1, arbitrary: fc.constantFrom('component' as const, 'version' as const) },
  { weight: 2, arbitrary: fc.constant('look' as const) },
)

/** `count` intents of so many clients. */
export function intents(clients: number, count: number): fc.Arbitrary<Intent[]> {
  const intent = fc.record({
    client: fc.nat(clients - 1),
    kind: kinds,
    a: fc.nat(999),
    b: fc.nat(999),
    word: fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'),
  })
  return fc.array(intent, { minLength: count, maxLength: count })
}
