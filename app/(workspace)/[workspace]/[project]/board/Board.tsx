'use client'

import type { StatusId } from '@/domain/words'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { SelectionProvider } from '../../../_select/useSelection'
import { BoardEmpty } from './BoardEmpty'
import { BoardLayers } from './BoardLayers'
import { Columns } from './Columns'
import { DeskProvider } from './desk/useDesk'
import { FilterBar } from './filter/FilterBar'
import { SprintPart } from './sprint/SprintPart'
import { BoardProvider } from './useBoard'

/** The board of the project that is open. `collapsed`: the columns put aside in this browser. */
export function Board({ collapsed }: { collapsed: StatusId[] }) {
  return (
    <DeskProvider collapsed={collapsed}>
      <BoardProvider>
        <SelectionProvider>
          <ProjectBar here="Board" middle={<FilterBar lanes />} />
          <SprintPart />
          <Columns />
          <BoardEmpty />
          <BoardLayers />
        </SelectionProvider>
      </BoardProvider>
    </DeskProvider>
  )
}
