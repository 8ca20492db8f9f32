import type { CommandOf } from '@/domain/commands'
import type { Between } from '@/domain/rank'
import type { Id } from '@/domain/words'
import type { Board } from '../board'
import type { KnownCard } from '../types'

type Plan = Pick<CommandOf<'task.plan'>, 'tasks' | 'sprintId' | 'place'>

/**
 * The ranks around a place in the planning order, as far as the known tasks tell: behind `after`
 * while it is in the section, else before `before`, else at an end. The server finds the true ones.
 */
export function planRanksAround(board: Board, { tasks, sprintId, place }: Plan): Between {
  const moving = new Set(tasks.map((each) => each.taskId))
  const rankOf = (id: Id | undefined) => {
    const card = id && !moving.has(id) ? board.cards.get(id) : undefined
    return card && !card.archivedAt && card.sprintId === sprintId ? card.planRank : null
  }
  const others = [...board.cards.values()].filter((card) => !moving.has(card.id))
  const after = rankOf(place.after)
  if (after !== null) return { lower: after, upper: nearest(others, after, 'above') }
  const before = rankOf(place.before)
  if (before !== null) return { lower: nearest(others, before, 'below'), upper: before }
  if (place.end === 'top') return { lower: null, upper: nearest(others, null, 'above') }
  return { lower: nearest(others, null, 'below'), upper: null }
}

/** The rank next to another (or the outermost, where none is given). */
function nearest(cards: KnownCard[], rank: string | null, side: 'above' | 'below'): string | null {
  let best: string | null = null
  for (const { planRank } of cards) {
    const beyond = rank === null || (side === 'above' ? planRank > rank : planRank < rank)
    if (!beyond) continue
    if (best === null || (side === 'above' ? planRank < best : planRank > best)) best = planRank
  }
  return best
}
