'use client'

import { useMemo } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import type { SentCommand } from '@/app/_replica/replicaTypes'
import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { isApplied } from '@/app/_replica/store/undoStack'
import { toast } from '@/app/_ui/toast'
import type { Id } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { type BacklogSectionId, sectionOf } from '@/domain/views/backlog'
import type { BacklogUi } from '../state/backlogUi'
import { useBacklogUi } from '../state/useBacklogUi'
import { planCommandsFor, sectionName } from './planCommands'

/** Moves tasks on the backlog after a drop, a key or a menu action. */
export interface PlanActions {
  plan: (ids: readonly Id[], section: BacklogSectionId, position: RankPosition) => void
  /**
   * Drops the dragged tasks at their target. Leaves them where they were when there is no target.
   */
  drop: () => void
}

/** Plans tasks and offers to undo it. */
export function usePlanActions(): PlanActions {
  const store = useProjectStore()
  const backlogUi = useBacklogUi()
  return useMemo(() => {
    const plan: PlanActions['plan'] = (ids, section, position) => {
      const { optimisticState } = store
      const cards = ids.flatMap((id) => optimisticState.cards.get(id) ?? [])
      const staysInSection = cards.every(
        (card) => sectionOf(card, optimisticState.project) === section,
      )
      const tasksLabel = describeTasks(ids, store)
      const sent = planCommandsFor(ids, section, position).map((draft) => store.send(draft))
      const message = staysInSection
        ? null
        : `${tasksLabel} moved to ${sectionName(section, optimisticState)}`
      void showPlanResult(sent, message, store)
    }
    const drop = () => {
      const { drag } = backlogUi
      const position = drag && dropPosition(backlogUi)
      if (drag?.target && position) plan(drag.ids, drag.target.section, position)
      backlogUi.setDrag(null)
    }
    return { plan, drop }
  }, [store, backlogUi])
}

/** Reports what was planned, with undo, and which tasks did not move. */
async function showPlanResult(
  sent: SentCommand[],
  message: string | null,
  { undoStack }: ProjectStore,
): Promise<void> {
  const results = await Promise.all(sent.map((each) => each.result))
  const undoableCommands = () =>
    sent.filter(({ commandId }) => undoStack.canUndo(commandId)).toReversed()
  const undo = () =>
    undoableCommands().forEach(({ commandId }) => void undoStack.undoCommand(commandId))
  if (message && results.some(isApplied) && undoableCommands().length > 0)
    toast.success(message, { undo })
  const skipped = results
    .flatMap((each) => each?.taskResults ?? [])
    .filter((r) => r.outcome === 'skipped')
  if (skipped.length === 0) return
  const detail = [...new Set(skipped.map((each) => each.message ?? ''))].join(' ')
  const title =
    skipped.length === 1 ? 'One task was skipped' : `${skipped.length} tasks were skipped`
  toast.info(title, { detail })
}

/** Returns "ALO-2" for one task and "3 tasks" for several. */
export function describeTasks(ids: readonly Id[], { optimisticState }: ProjectStore): string {
  const [id = ''] = ids
  if (ids.length !== 1) return `${ids.length} tasks`
  return `${optimisticState.project.key}-${optimisticState.cards.get(id)?.number ?? '?'}`
}

/** Returns the neighbours at the drop target, or null when all dragged tasks are already there. */
function dropPosition(backlogUi: BacklogUi): RankPosition | null {
  const { drag } = backlogUi
  if (!drag?.target) return null
  const { section, index } = drag.target
  const handle = backlogUi.handles.get(section)
  const ids = handle?.ids() ?? []
  const firstIndex = ids.indexOf(drag.ids[0] ?? '')
  const isContiguous = firstIndex >= 0 && drag.ids.every((id, i) => ids[firstIndex + i] === id)
  if (isContiguous && index === firstIndex) return null
  if (handle?.isCollapsed()) return { end: 'bottom' }
  const otherIds = backlogUi.idsWithoutDragged(section)
  const previousId = otherIds[index - 1]
  const nextId = otherIds[index]
  if (!previousId && !nextId) return { end: 'top' }
  return { ...(previousId && { after: previousId }), ...(nextId && { before: nextId }) }
}
