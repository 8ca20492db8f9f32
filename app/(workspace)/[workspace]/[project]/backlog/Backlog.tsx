'use client'

import { useBacklog } from '@/app/_client/react/planHooks'
import type { BacklogData, SectionId } from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { SelectionProvider } from '../../../_select/useSelection'
import { DeskProvider } from '../board/desk/useDesk'
import { FilterBar } from '../board/filter/FilterBar'
import { useFilter } from '../board/filter/useFilter'
import { useArrivals } from '../board/useArrivals'
import { BoardProvider } from '../board/useBoard'
import { BacklogLayers } from './BacklogLayers'
import { HandProvider } from './hand/useHand'
import { SectionList } from './list/SectionList'

type Props = {
  /** What the page has read on the server, under the filter `under`. */
  first: BacklogData
  under: BoardFilter
  collapsed: SectionId[]
}

/** The backlog of the project that is open: sprints, and what is in none of them. */
export function Backlog({ collapsed, ...read }: Props) {
  return (
    <DeskProvider collapsed={collapsed}>
      <BoardProvider>
        <SelectionProvider>
          <HandProvider>
            <ProjectBar here="Backlog" middle={<FilterBar />} />
            <Followed {...read} />
            <BacklogLayers />
          </HandProvider>
        </SelectionProvider>
      </BoardProvider>
    </DeskProvider>
  )
}

function Followed({ first, under }: Omit<Props, 'collapsed'>) {
  const [filter] = useFilter()
  useBacklog(filter, first, under)
  useArrivals()
  return <SectionList />
}
