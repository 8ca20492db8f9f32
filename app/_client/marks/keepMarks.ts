import { equal } from '@/domain/equal'
import type { Mark } from '@/domain/relations'
import type { Id } from '@/domain/words'
import { trpc } from '../trpc'
import type { MarkDesk } from './desk'
import { touched } from './touched'

const MOST_AT_ONCE = 200
/** Cards that come on screen together, and events that come in a burst, are asked about together. */
const GATHER_MS = 40
const BURST_MS = 250
const AGAIN_MS = 5_000

/**
 * Asks for the marks of the cards on screen, and again for those that an event may have changed:
 * the replica alone cannot count, since it holds only a part of the children.
 * @returns stops it
 */
export function keepMarks(desk: MarkDesk): () => void {
  const due = new Set<Id>(desk.shown.keys())
  let timer: ReturnType<typeof setTimeout> | null = null
  let asking = false
  let stopped = false

  const soon = (after: number) => {
    if (!stopped) timer ??= setTimeout(() => void ask(), after)
  }
  const want = (id: Id) => {
    due.add(id)
    soon(GATHER_MS)
  }
  const ask = async () => {
    timer = null
    const ids = [...due].filter((id) => desk.shown.has(id)).slice(0, MOST_AT_ONCE)
    if (asking || ids.length === 0) return
    asking = true
    for (const id of ids) due.delete(id)
    const { projectId } = desk.store
    const found = await trpc.relations.marks.query({ projectId, ids }).catch(() => null)
    asking = false
    if (found) take(ids, found.marks)
    else for (const id of ids) due.add(id)
    if (due.size > 0) soon(found ? GATHER_MS : AGAIN_MS)
  }
  const take = (ids: Id[], marks: Partial<Record<Id, Mark>>) => {
    let changed = false
    for (const id of ids) {
      const mark = marks[id]
      if (equal(desk.marks.get(id), mark)) continue
      changed = true
      if (mark) desk.marks.set(id, mark)
      else desk.marks.delete(id)
    }
    if (changed) desk.changes.tell()
  }
  // What blocks a card may be done in another project, of which nothing is heard here.
  const look = () => {
    if (document.visibilityState !== 'visible') return
    for (const [id, { blockers }] of desk.marks) if (blockers.length > 0) due.add(id)
    soon(GATHER_MS)
  }
  const forget = [
    desk.wanted.add(want),
    desk.store.events.add((events) => {
      for (const event of events) for (const id of touched(desk, event)) due.add(id)
      if (due.size > 0) soon(BURST_MS)
    }),
    () => document.removeEventListener('visibilitychange', look),
  ]
  document.addEventListener('visibilitychange', look)
  soon(0)
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
    for (const each of forget) each()
  }
}
