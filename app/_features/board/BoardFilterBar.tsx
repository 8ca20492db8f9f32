'use client'

import { FilterControls } from '@/app/_ui/FilterControls'
import { isEmptyFilter } from '@/domain/views/board'
import { BoardFilterPickers } from './filter/BoardFilterPickers'
import { useBoardFilter } from './useBoardFilter'

/**
 * The filters of a board or a backlog. Set `hasSwimlanes` on a screen that can group tasks into
 * swimlanes.
 */
export function BoardFilterBar({ hasSwimlanes = false }: { hasSwimlanes?: boolean }) {
  const [filter, changeFilter] = useBoardFilter()
  const { sprint: _sprint, ...otherFilters } = filter
  return (
    <FilterControls
      text={{
        label: 'Filter by title or key',
        placeholder: 'Filter…',
        value: filter.text ?? '',
        onChange: (text) => changeFilter((current) => ({ ...current, text })),
      }}
      pickers={<BoardFilterPickers hasSwimlanes={hasSwimlanes} />}
      empty={isEmptyFilter(otherFilters)}
      onClear={() => changeFilter(({ sprint }) => (sprint ? { sprint } : {}))}
    />
  )
}
