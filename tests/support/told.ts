import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import { EventLine } from '@/app/(workspace)/_history/EventLine'
import type { Names, Within } from '@/app/(workspace)/_history/names'
import type { Story } from '@/app/(workspace)/_history/stories'
import type { EventData, EventType, LoggedEvent } from '@/domain/events'
import type { Status } from '@/domain/project/project'

// Links ask for the router, which only a browser has.
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

/** Two people and a task of theirs, by their ids. */
export const [ada, ben, task] = ['ada', 'ben', 'task']
/** When everything happened. */
export const at = '2026-03-01T10:00:00.000Z'
const status = (id: string, name: string) =>
  ({ id, name, category: 'todo', color: 'teal' }) as Status
const person = (id: string, name: string) =>
  ({ id, name, role: 'member', placeholder: false }) as const
const names: Names = {
  slug: 'field',
  projectKey: 'ALO',
  people: new Map([
    [ada, person(ada, 'Ada')],
    [ben, person(ben, 'Ben')],
  ]),
  work: { hoursPerDay: 8, daysPerWeek: 5 },
  statuses: [status('todo', 'To do'), status('done', 'Done')],
  tasks: new Map([[task, { number: 12, title: 'Logger fails' }]]),
  entries: new Map(),
  sprints: new Map([
    ['s4', 'Sprint 4'],
    ['s5', 'Sprint 5'],
  ]),
  conflicts: new Map(),
  commands: new Map(),
}

let seq = 0

/** The next event of a log, sent by ada in a command of its own unless said otherwise. */
export function event<K extends EventType>(
  type: K,
  data: EventData[K],
  more: Partial<LoggedEvent> = {},
) {
  const about = /^(project|status|sprint)\./.test(type) ? null : task
  seq++
  const place = { seq, projectId: 'p', taskId: about, version: seq, actor: ada, at }
  const sender = { commandId: `command ${seq}`, clientId: 'c', imported: false }
  return { type, data, ...place, ...sender, ...more } as LoggedEvent
}

/** A line as it is read. */
export function told(story: Story, within: Within): string {
  const line = createElement(EventLine, { story, names, within })
  const router = {} as NonNullable<React.ContextType<typeof AppRouterContext>>
  const html = renderToStaticMarkup(
    createElement(AppRouterContext.Provider, { value: router }, line),
  )
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
/** An event as the project's history and as its task's own tells it. */
export const inProject = (e: LoggedEvent) => told({ event: e }, 'project')
export const inTask = (e: LoggedEvent) => told({ event: e }, 'task')
