import type { OpenTask } from '@/domain/sprint/figures'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'

/** Where a task may go when its sprint ends: a sprint's id, a new sprint, or the backlog. */
export type Destination = Id | typeof NEW | typeof BACKLOG
export const NEW = 'new'
export const BACKLOG = 'backlog'

export interface Choice {
  value: Destination
  label: string
}

/** The places that take tasks of a sprint: the next ones in their order, a new one, the backlog. */
export function destinations(sprints: readonly Sprint[], ending: Id): Choice[] {
  const open = sprints.filter(
    (each) => each.state !== 'closed' && !each.removedAt && each.id !== ending,
  )
  const [next] = nextOf(open)
  return [
    ...nextOf(open).map((each) => ({
      value: each.id,
      label: each === next ? `Next sprint: ${each.name}` : each.name,
    })),
    { value: NEW, label: 'A new sprint' },
    { value: BACKLOG, label: 'Backlog' },
  ]
}

/** What is planned comes before what runs beside. */
const nextOf = (open: Sprint[]) => [
  ...open.filter((each) => each.state === 'planned'),
  ...open.filter((each) => each.state === 'active'),
]

/** Where each open task goes: as it was chosen for it, else as for all. */
export function goesTo(
  open: readonly OpenTask[],
  all: Destination,
  own: ReadonlyMap<Id, Destination>,
): Map<Destination, number> {
  const counts = new Map<Destination, number>()
  for (const { id } of open) {
    const to = own.get(id) ?? all
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  return counts
}

/** The choices as the command says them; `made` is the new sprint. */
export function asCommand(all: Destination, own: ReadonlyMap<Id, Destination>, made: Id) {
  const idOf = (to: Destination) => (to === BACKLOG ? null : to === NEW ? made : to)
  const choices = [...own]
    .filter(([, to]) => to !== all)
    .map(([taskId, to]) => ({ taskId, to: idOf(to) }))
  return { rest: idOf(all), ...(choices.length > 0 && { choices }) }
}
