import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { EventLine } from '@/app/_features/history/EventLine'
import type { HistoryEntry } from '@/app/_features/history/historyEntries'
import type { NameLookup, ShownIn } from '@/app/_features/history/nameLookup'
import type { EventData, EventType, StoredEvent } from '@/domain/events'
import type { Status } from '@/domain/project/project'

/** The ids of two people and a task. */
export const [ada, ben, task] = ['ada', 'ben', 'task']
/** The time of all events. */
export const EVENT_TIME = '2026-03-01T10:00:00.000Z'
const status = (id: string, name: string) =>
  ({ id, name, category: 'todo', color: 'teal' }) as Status
const person = (id: string, name: string) =>
  ({ id, name, role: 'member', placeholder: false }) as const
const historyNames: NameLookup = {
  slug: 'field',
  projectKey: 'ALO',
  people: new Map([
    [ada, person(ada, 'Ada')],
    [ben, person(ben, 'Ben')],
  ]),
  workTime: { hoursPerDay: 8, daysPerWeek: 5 },
  statuses: [status('todo', 'To do'), status('done', 'Done')],
  tasks: new Map([[task, { number: 12, title: 'Logger fails' }]]),
  componentsAndVersions: new Map(),
  sprints: new Map([
    ['s4', 'Sprint 4'],
    ['s5', 'Sprint 5'],
  ]),
  conflicts: new Map(),
  commands: new Map(),
}

let seq = 0

/** Returns the next event of a log. By default Ada sends it, in a command of its own. */
export function createEvent<K extends EventType>(
  type: K,
  data: EventData[K],
  more: Partial<StoredEvent> = {},
) {
  const taskId = /^(project|status|sprint)\./.test(type) ? null : task
  seq++
  const position = { seq, projectId: 'p', taskId, version: seq, actor: ada, at: EVENT_TIME }
  const sender = { commandId: `command ${seq}`, clientId: 'c', imported: false }
  return { type, data, ...position, ...sender, ...more } as StoredEvent
}

/** Renders a history entry as HTML. */
export function renderHistoryEntry(entry: HistoryEntry, shownIn: ShownIn): string {
  const line = createElement(EventLine, { entry, names: historyNames, shownIn })
  const router = {} as NonNullable<React.ContextType<typeof AppRouterContext>>
  return renderToStaticMarkup(createElement(AppRouterContext.Provider, { value: router }, line))
}

/** Returns the visible text of a history entry. */
export function historyText(entry: HistoryEntry, shownIn: ShownIn): string {
  const html = renderHistoryEntry(entry, shownIn)
  const lines = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, line = '']) => line)
  return lines
    .map((line) =>
      line
        .replace(/<[^>]+>/g, '')
        .replace(/ · .*?(imported)?$/, ' $1')
        .trim(),
    )
    .join('\n')
}
/** The text of an event in the history of the project and of the task. */
export const projectHistoryText = (e: StoredEvent) => historyText({ event: e }, 'project')
export const taskHistoryText = (e: StoredEvent) => historyText({ event: e }, 'task')
