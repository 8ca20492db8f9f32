'use client'

import { BoardFilterBar } from '@/app/_features/board/BoardFilterBar'
import { BoardProvider } from '@/app/_features/board/useBoard'
import { useBoardFilter } from '@/app/_features/board/useBoardFilter'
import { BoardUiProvider } from '@/app/_features/board/useBoardUi'
import { useRecentChanges } from '@/app/_features/board/useRecentChanges'
import { TaskSelectionProvider } from '@/app/_features/bulk/useTaskSelection'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { useBacklog } from '@/app/_replica/react/backlogHooks'
import type { BacklogData, BacklogSectionId } from '@/domain/views/backlog'
import type { BoardFilter } from '@/domain/views/board'
import { SectionList } from './list/SectionList'
import { BacklogOverlays } from './screen/BacklogOverlays'
import { BacklogUiProvider } from './state/useBacklogUi'

type Props = {
  /** Data that the server read for this page with `initialFilter`. */
  initialData: BacklogData
  initialFilter: BoardFilter
  collapsed: BacklogSectionId[]
}

/** The backlog of the open project: its sprints, and the tasks in none of them. */
export function Backlog({ collapsed, ...initial }: Props) {
  return (
    <BoardUiProvider collapsed={collapsed}>
      <BoardProvider>
        <TaskSelectionProvider>
          <BacklogUiProvider>
            <ProjectTopBar current="Backlog" filters={<BoardFilterBar />} />
            <LiveBacklog {...initial} />
            <BacklogOverlays />
          </BacklogUiProvider>
        </TaskSelectionProvider>
      </BoardProvider>
    </BoardUiProvider>
  )
}

function LiveBacklog({ initialData, initialFilter }: Omit<Props, 'collapsed'>) {
  const [filter] = useBoardFilter()
  useBacklog(filter, initialData, initialFilter)
  useRecentChanges()
  return <SectionList />
}
