import type { LoggedEvent } from '@/domain/events'
import { keyParts, parseLink } from '@/domain/task/link'
import type { Id } from '@/domain/words'
import type { KnownCard } from '../store/types'
import type { MarkDesk } from './desk'

const TELLING = new Set<LoggedEvent['type']>([
  'task.created',
  'task.edited',
  'task.moved',
  'task.archived',
  'task.restored',
])

/** The cards on screen whose marks an event may have changed, and perhaps others. */
export function touched(desk: MarkDesk, event: LoggedEvent): Iterable<Id> {
  if (event.type === 'status.edited') return event.data.set.category ? desk.shown.keys() : []
  if (!event.taskId || !TELLING.has(event.type)) return []
  const card = desk.store.screen.cards.get(event.taskId)
  const speaks = event.type === 'task.edited' || event.type === 'task.created'
  const own = speaks ? [event.taskId] : []
  return new Set([
    ...own,
    ...parents(event, card),
    ...naming(desk, event.taskId, card),
    ...tied(desk, event, card),
  ])
}

/** What the task stands below, before and after. */
function parents(event: LoggedEvent, card: KnownCard | undefined): Id[] {
  const now = card?.parentId ?? null
  const made = event.type === 'task.created' ? event.data.parentId : null
  const { from, to } = (event.type === 'task.edited' && event.data.set?.parentId) || {}
  return [now, made, from, to].flatMap((id) => id ?? [])
}

/** Marks that speak of the task; whose child an unknown one is, only the server knows. */
function naming({ marks, store }: MarkDesk, taskId: Id, card: KnownCard | undefined): Id[] {
  const key = card ? `${store.screen.project.key}-${card.number}` : null
  return [...marks].flatMap(([id, { parent, progress, blockers }]) => {
    const named = parent?.id === taskId || blockers.some((each) => each.key === key)
    return named || (!card && (progress || blockers.length > 0)) ? [id] : []
  })
}

/** The cards at the other ends of the task's links, those that came or went too. */
function tied(desk: MarkDesk, event: LoggedEvent, card: KnownCard | undefined): Id[] {
  const { project, cards } = desk.store.screen
  const sets = event.type === 'task.edited' ? event.data.sets?.links : undefined
  const links = [...(card?.links ?? []), ...(sets?.added ?? []), ...(sets?.removed ?? [])]
  const ends = links.map((link) => keyParts(parseLink(link).target))
  const numbers = ends.flatMap((end) => (end?.project === project.key ? end.number : []))
  if (numbers.length === 0) return []
  return [...desk.shown.keys()].filter((id) => numbers.includes(cards.get(id)?.number ?? 0))
}
