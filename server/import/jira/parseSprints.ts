import type { Instant, LocalDate } from '@/domain/kernel/primitives'
import type { SprintState } from '@/domain/sprint/sprint'

/** A sprint as named in a Jira issue. */
export interface SourceSprint {
  id: string
  name: string
  goal: string
  state: SprintState
  startDate: LocalDate | null
  endDate: LocalDate | null
  startedAt: Instant | null
  completedAt: Instant | null
}

const SERVER_SPRINT = /greenhopper\.service\.sprint\.Sprint/

/**
 * Returns true when a custom field holds sprints. Jira Server writes them as text, Cloud as
 * objects.
 */
export function isSprintField(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return SERVER_SPRINT.test(first)
  return typeof first === 'object' && first !== null && 'boardId' in first && 'state' in first
}

/** Returns the sprints of an issue in Jira's order. The last one is the current one. */
export function parseSprints(fields: Record<string, unknown>): SourceSprint[] {
  const values = [
    ...toArray(fields.closedSprints),
    ...toArray(fields.sprint),
    ...Object.entries(fields)
      .filter(([name, value]) => name.startsWith('customfield_') && isSprintField(value))
      .flatMap(([, value]) => toArray(value)),
  ]
  const found = values.flatMap((value) => parseSprint(value) ?? [])
  const rank: Record<SprintState, number> = { closed: 0, planned: 1, active: 2 }
  const endOf = (sprint: SourceSprint) => sprint.completedAt ?? sprint.endDate ?? ''
  return [...new Map(found.map((sprint) => [sprint.id, sprint])).values()].sort(
    (a, b) => rank[a.state] - rank[b.state] || (endOf(a) < endOf(b) ? -1 : 1),
  )
}

const toArray = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

function parseSprint(value: unknown): SourceSprint | null {
  const fields =
    typeof value === 'string' ? parseServerSprint(value) : (value as Record<string, unknown>)
  if (typeof fields !== 'object' || fields === null) return null
  const text = (name: string) => {
    const found = fields[name]
    return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
  }
  const id = text('id')
  if (!id || !text('name')) return null
  return {
    id,
    name: text('name'),
    goal: text('goal'),
    state: stateOf(text('state')),
    startDate: parseDate(text('startDate')),
    endDate: parseDate(text('endDate')),
    startedAt: parseInstant(text('activatedDate') || text('startDate')),
    completedAt: parseInstant(text('completeDate')),
  }
}

/**
 * Parses `…Sprint@41b0[rapidViewId=<null>,state=ACTIVE,name=A, B,startDate=…,id=3]`. Names may
 * contain commas.
 */
function parseServerSprint(value: string): Record<string, unknown> {
  const inside = /\[(.*)\]\s*$/s.exec(value)?.[1] ?? ''
  const pairs = inside.split(/,(?=[A-Za-z]+=)/).map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1).replace(/^<null>$/, '')]
  })
  return Object.fromEntries(pairs)
}

function stateOf(state: string): SprintState {
  const plain = state.toLowerCase()
  if (plain === 'active') return 'active'
  return plain === 'closed' ? 'closed' : 'planned'
}

function parseInstant(text: string): Instant | null {
  const time = Date.parse(text)
  return Number.isNaN(time) || time <= 0 ? null : new Date(time).toISOString()
}

const parseDate = (text: string): LocalDate | null => parseInstant(text)?.slice(0, 10) ?? null
