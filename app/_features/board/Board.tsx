'use client'

import { TaskSelectionProvider } from '@/app/_features/bulk/useTaskSelection'
import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import type { StatusId } from '@/domain/kernel/primitives'
import { BoardFilterBar } from './BoardFilterBar'
import { BoardColumns } from './screen/BoardColumns'
import { BoardOverlays } from './screen/BoardOverlays'
import { EmptyBoard } from './screen/EmptyBoard'
import { LazySprintBanner } from './sprint/LazySprintBanner'
import { BoardProvider } from './useBoard'
import { BoardUiProvider } from './useBoardUi'

/** The board of the open project. `collapsed` lists the columns collapsed in this browser. */
export function Board({ collapsed }: { collapsed: StatusId[] }) {
  return (
    <BoardUiProvider collapsed={collapsed}>
      <BoardProvider>
        <TaskSelectionProvider>
          <ProjectTopBar current="Board" filters={<BoardFilterBar hasSwimlanes />} />
          <LazySprintBanner />
          <BoardColumns />
          <EmptyBoard />
          <BoardOverlays />
        </TaskSelectionProvider>
      </BoardProvider>
    </BoardUiProvider>
  )
}
