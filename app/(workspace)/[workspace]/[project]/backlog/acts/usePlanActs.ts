'use client'

import { useMemo } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { ProjectStore } from '@/app/_client/store/projectStore'
import { isDone } from '@/app/_client/store/steps'
import type { Sent } from '@/app/_client/store/types'
import { toast } from '@/app/_ui/toast'
import { type SectionId, sectionOf } from '@/domain/backlog'
import type { Place } from '@/domain/rank'
import type { Id } from '@/domain/words'
import type { Hand } from '../hand/hand'
import { useHand } from '../hand/useHand'
import { plansFor, sectionName } from './plan'

/** What moves tasks on the backlog, from a drop, a key or a menu alike. */
export interface PlanActs {
  plan: (ids: readonly Id[], section: SectionId, place: Place) => void
  /** Puts down what is held where it points; leaves it where it was when that is nowhere. */
  drop: () => void
}

/** Plans with their undo. */
export function usePlanActs(): PlanActs {
  const store = useStore()
  const hand = useHand()
  return useMemo(() => {
    const plan: PlanActs['plan'] = (ids, section, place) => {
      const { screen } = store
      const cards = ids.flatMap((id) => screen.cards.get(id) ?? [])
      const stay = cards.every((card) => sectionOf(card, screen.project) === section)
      const what = whatIs(ids, store)
      const sent = plansFor(ids, section, place).map((draft) => store.send(draft))
      const said = stay ? null : `${what} moved to ${sectionName(section, screen)}`
      void tell(sent, said, store)
    }
    const drop = () => {
      const { held } = hand
      const place = held && placeFor(hand)
      if (held?.aim && place) plan(held.ids, held.aim.section, place)
      hand.hold(null)
    }
    return { plan, drop }
  }, [store, hand])
}

/** Says what was planned, with its undo, and what was left where it was. */
async function tell(sent: Sent[], said: string | null, { steps }: ProjectStore): Promise<void> {
  const answers = await Promise.all(sent.map((each) => each.answered))
  const mine = () => sent.filter(({ commandId }) => steps.has(commandId)).toReversed()
  const undo = () => mine().forEach(({ commandId }) => void steps.takeBack(commandId))
  if (said && answers.some(isDone) && mine().length > 0) toast.done(said, { undo })
  const left = answers.flatMap((each) => each?.results ?? []).filter((r) => r.outcome === 'left')
  if (left.length === 0) return
  const detail = [...new Set(left.map((each) => each.message ?? ''))].join(' ')
  toast.info(left.length === 1 ? 'One task was left' : `${left.length} tasks were left`, { detail })
}

/** "ALO-2", or "3 tasks". */
export function whatIs(ids: readonly Id[], { screen }: ProjectStore): string {
  const [id = ''] = ids
  if (ids.length !== 1) return `${ids.length} tasks`
  return `${screen.project.key}-${screen.cards.get(id)?.number ?? '?'}`
}

/** The neighbours that the hand points between; null where that is where all of it stands. */
function placeFor(hand: Hand): Place | null {
  const { held } = hand
  if (!held?.aim) return null
  const { section, index } = held.aim
  const handle = hand.handles.get(section)
  const ids = handle?.ids() ?? []
  const first = ids.indexOf(held.ids[0] ?? '')
  const together = first >= 0 && held.ids.every((id, i) => ids[first + i] === id)
  if (together && index === first) return null
  if (handle?.folded()) return { end: 'bottom' }
  const others = hand.others(section)
  const after = others[index - 1]
  const before = others[index]
  if (!after && !before) return { end: 'top' }
  return { ...(after && { after }), ...(before && { before }) }
}
