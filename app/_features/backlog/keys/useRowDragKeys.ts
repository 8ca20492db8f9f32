'use client'

import { useMemo } from 'react'
import { useBoardUi } from '@/app/_features/board/useBoardUi'
import { useTaskSelection } from '@/app/_features/bulk/useTaskSelection'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useAnnouncePresence } from '@/app/_replica/react/projectHooks'
import { announce } from '@/app/_ui/LiveRegion'
import type { Id } from '@/domain/kernel/primitives'
import { sectionName } from '../planning/planCommands'
import { describeTasks, usePlanActions } from '../planning/usePlanActions'
import type { BacklogUi, RowDropTarget } from '../state/backlogUi'
import { useBacklogUi } from '../state/useBacklogUi'

/** Picks up, moves and drops tasks by keys. Announces every step to screen readers. */
export function useRowDragKeys() {
  const boardUi = useBoardUi()
  const store = useProjectStore()
  const backlogUi = useBacklogUi()
  const setPresence = useAnnouncePresence()
  const selection = useTaskSelection()
  const { drop } = usePlanActions()

  return useMemo(() => {
    const announceNow = (text: string) => announce(text, 'assertive')
    const describeTarget = ({ section, index }: RowDropTarget) =>
      `${index + 1} of ${backlogUi.countAfterDrop(section)} in ${sectionName(section, store.optimisticState)}`
    const scrollTargetIntoView = () =>
      requestAnimationFrame(() =>
        document.querySelector('[data-drop-indicator]')?.scrollIntoView({ block: 'nearest' }),
      )
    const endDrag = (sourceId: Id) => {
      setPresence(null)
      queueMicrotask(() => boardUi.focusCard(sourceId))
    }

    const pickUp = (sourceId: Id) => {
      if (!selection.ids.has(sourceId)) selection.clear()
      const ids = backlogUi.sortedByPosition(
        selection.ids.size > 0 ? selection.ids : new Set([sourceId]),
      )
      const section = backlogUi.sectionOf(sourceId)
      if (!section) return
      backlogUi.setDrag({ ids, input: 'keyboard', sourceId, target: null })
      const all = backlogUi.handles.get(section)?.ids() ?? []
      const held = new Set(ids)
      const idsBefore = all.slice(0, all.indexOf(sourceId)).filter((id) => !held.has(id))
      const target = { section, index: idsBefore.length }
      backlogUi.setDropTarget(target)
      setPresence(sourceId, 'dragging')
      announceNow(
        `${describeTasks(ids, store)} picked up, ${describeTarget(target)}. Arrows move it, Enter puts it down, Escape leaves it where it was.`,
      )
    }
    const handleKey = (key: string): boolean => {
      const { drag } = backlogUi
      if (!drag?.target) return false
      const tasksLabel = describeTasks(drag.ids, store)
      if (key === 'Escape') {
        backlogUi.setDrag(null)
        announceNow(`${tasksLabel} left where it was.`)
        endDrag(drag.sourceId)
      } else if (key === ' ' || key === 'Enter') {
        announceNow(`${tasksLabel} put down, ${describeTarget(drag.target)}.`)
        drop()
        endDrag(drag.sourceId)
      } else {
        const target = nextTarget(backlogUi, drag.target, key)
        if (target) {
          backlogUi.setDropTarget(target)
          scrollTargetIntoView()
          announceNow(`${describeTarget(target)}.`)
        }
      }
      return key !== 'Tab'
    }
    return {
      pickUp,
      press: handleKey,
      /** Cancels a keyboard drag when the focus moves elsewhere. */
      letGo: () => {
        if (backlogUi.drag?.input !== 'keyboard') return
        backlogUi.setDrag(null)
        setPresence(null)
      },
    }
  }, [boardUi, store, backlogUi, setPresence, selection, drop])
}

/**
 * Returns the next drop target: up and down by rows across sections, left and right by whole
 * sections.
 */
function nextTarget(
  backlogUi: BacklogUi,
  { section, index }: RowDropTarget,
  key: string,
): RowDropTarget | null {
  const sectionIndex = backlogUi.sections.indexOf(section)
  const dropCount = (targetIndex: number) => {
    const id = backlogUi.sections[targetIndex]
    return id && !backlogUi.handles.get(id)?.isCollapsed()
      ? backlogUi.idsWithoutDragged(id).length
      : 0
  }
  const edgeOfSection = (targetIndex: number, atEnd: boolean): RowDropTarget | null => {
    const id = backlogUi.sections[targetIndex]
    return id ? { section: id, index: atEnd ? dropCount(targetIndex) : 0 } : null
  }
  switch (key) {
    case 'ArrowUp':
      return index > 0 ? { section, index: index - 1 } : edgeOfSection(sectionIndex - 1, true)
    case 'ArrowDown':
      return index < dropCount(sectionIndex)
        ? { section, index: index + 1 }
        : edgeOfSection(sectionIndex + 1, false)
    case 'ArrowLeft':
      return edgeOfSection(sectionIndex - 1, false)
    case 'ArrowRight':
      return edgeOfSection(sectionIndex + 1, false)
    case 'Home':
      return { section, index: 0 }
    case 'End':
      return { section, index: dropCount(sectionIndex) }
    default:
      return null
  }
}
