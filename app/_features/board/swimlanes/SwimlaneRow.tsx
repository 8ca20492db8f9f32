'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { usePerson } from '@/app/_replica/react/projectHooks'
import { swimlaneLoaderOf } from '@/app/_replica/store/swimlanes/swimlaneLoader'
import { Avatar } from '@/app/_ui/Avatar'
import { PriorityIcon } from '@/app/_ui/PriorityIcon'
import type { Priority, StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { NO_SWIMLANE, type SwimlaneGrouping } from '@/domain/views/swimlanes'
import { useBoardUiState } from '../useBoardUi'
import { SwimlaneColumn } from './SwimlaneColumn'
import { useSwimlaneCollapsed } from './useSwimlaneCollapsed'
import type { SwimlaneView } from './useSwimlanes'

/** Distance from the viewport within which swimlanes are loaded and drawn. */
const DRAW_MARGIN = '600px'
const CARD_HEIGHT = 106
const MIN_HEIGHT = 64
const MAX_HEIGHT = 440

type Props = {
  swimlane: SwimlaneView
  grouping: SwimlaneGrouping
  statuses: Status[]
  collapsed: ReadonlySet<StatusId>
}

/** One swimlane: its header and its part of every column. Drawn only near the viewport. */
export function SwimlaneRow({ swimlane, grouping, statuses, collapsed }: Props) {
  const store = useProjectStore()
  const element = useRef<HTMLElement>(null)
  const [isNearViewport, setIsNearViewport] = useState(false)
  const [isCollapsed, setCollapsed] = useSwimlaneCollapsed({ groupBy: grouping, id: swimlane.id })
  const isDropTarget = useBoardUiState(
    (state) => state.drag?.target?.cell.startsWith(`${swimlane.id} `) ?? false,
  )
  const isShown = (isNearViewport || isDropTarget) && !isCollapsed

  useEffect(() => {
    const section = element.current
    if (!section) return
    const root = section.closest('main')
    const observer = new IntersectionObserver(
      (entries) => setIsNearViewport(entries.at(-1)?.isIntersecting ?? false),
      { root, rootMargin: DRAW_MARGIN },
    )
    observer.observe(section)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (!isShown) return
    swimlaneLoaderOf(store).setVisible(swimlane.id, true)
    return () => swimlaneLoaderOf(store).setVisible(swimlane.id, false)
  }, [store, swimlane.id, isShown])

  const taskCountLabel = `${swimlane.total} ${swimlane.total === 1 ? 'task' : 'tasks'}`
  const maxCount = Math.max(0, ...statuses.map((status) => swimlane.counts[status.id] ?? 0))
  const height = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, maxCount * CARD_HEIGHT + 12))
  const doneCount = statuses
    .filter((status) => status.category === 'done')
    .reduce((sum, status) => sum + (swimlane.counts[status.id] ?? 0), 0)
  return (
    <section ref={element} aria-label={swimlane.name} className="border-t border-line">
      <header className="sticky top-9 left-0 z-10 flex h-row w-[calc(100vw-1.5rem)] max-w-full items-center gap-2 bg-canvas md:w-max md:pr-4">
        <button
          type="button"
          aria-expanded={!isCollapsed}
          aria-label={
            isCollapsed ? `Open ${swimlane.name}, ${taskCountLabel}` : `Collapse ${swimlane.name}`
          }
          onClick={() => setCollapsed(!isCollapsed)}
          className="flex size-6 shrink-0 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-text touch:size-11"
        >
          {isCollapsed ? <ChevronRight className="size-4" /> : <ChevronDown className="size-4" />}
        </button>
        <SwimlaneIcon swimlane={swimlane} grouping={grouping} />
        <h3 className="min-w-0 truncate font-medium">{swimlane.name}</h3>
        <span className="shrink-0 text-faint tabular-nums">
          {grouping === 'epic' && swimlane.id !== NO_SWIMLANE
            ? `${doneCount} of ${swimlane.total} done`
            : swimlane.total}
        </span>
      </header>
      {isCollapsed ? null : (
        <div className="flex gap-3 pb-1 md:gap-2" style={{ height }}>
          {isShown
            ? statuses.map((status) =>
                collapsed.has(status.id) ? (
                  <div key={status.id} className="w-10 shrink-0" />
                ) : (
                  <SwimlaneColumn
                    key={status.id}
                    status={status}
                    swimlane={swimlane}
                    grouping={grouping}
                  />
                ),
              )
            : null}
        </div>
      )}
    </section>
  )
}

function SwimlaneIcon({ swimlane, grouping }: Pick<Props, 'swimlane' | 'grouping'>) {
  if (grouping === 'priority') return <PriorityIcon level={Number(swimlane.id) as Priority} />
  if (grouping === 'epic') {
    return swimlane.key ? (
      <span className="shrink-0 text-muted tabular-nums">{swimlane.key}</span>
    ) : null
  }
  return swimlane.id.includes('-') ? <PersonAvatar id={swimlane.id} /> : null
}

function PersonAvatar({ id }: { id: string }) {
  const person = usePerson(id)
  return person ? <Avatar person={person} size="small" /> : null
}
