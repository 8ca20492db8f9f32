import type { BacklogData, SectionId, SectionPage } from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import type { Reading } from '../apply'
import type { Board } from '../board'
import { BoardDraft } from '../draft'
import { meet, type Since } from '../merge'
import { planFrom } from './plan'

/** Takes in the sections: for the first time, or their sums again. Null: too old, ask again. */
export function meetPlan(
  board: Board,
  { data, filter }: { data: BacklogData; filter: BoardFilter | null },
  since: Since,
  how: Reading,
): Board | null {
  const later = data.seq < board.seq ? since(data.seq) : []
  if (!later || later.some(divides)) return null
  const held = board.plan?.filter === filter ? board.plan : null
  const base = { ...board, plan: planFrom(data, filter, board.project, held) }
  const cards = data.sections.flatMap((section) => section.cards)
  return meet(new BoardDraft(base), base, { seq: data.seq, cards }, since, how)
}

/** Takes in the next tasks of a section. Null: too old, fetch them again. */
export function meetSection(
  board: Board,
  page: SectionPage & { section: SectionId },
  since: Since,
  how: Reading,
): Board | null {
  const later = page.seq < board.seq ? since(page.seq) : []
  if (!later || later.some(divides)) return null
  const draft = new BoardDraft(board)
  const last = page.cards.at(-1)
  const until = last ? { rank: last.planRank, number: last.number } : null
  draft.plan?.reach(page.section, until, page.complete)
  return meet(draft, board, page, since, how)
}

/** After such an event a section holds something else, without its tasks having changed. */
const divides = ({ type }: { type: string }) =>
  ['status.edited', 'sprint.completed', 'sprint.reopened', 'sprint.restored'].includes(type)
