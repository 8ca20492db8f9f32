'use client'

import { Filters } from '@/app/_ui/Filters'
import { isEmptyFilter } from '@/domain/board'
import { FilterPicks } from './FilterPicks'
import { useFilter } from './useFilter'

/** Filters of a board or a backlog. `lanes`: the screen can stand in rows. */
export function FilterBar({ lanes = false }: { lanes?: boolean }) {
  const [filter, setFilter] = useFilter()
  const { sprint, ...rest } = filter
  return (
    <Filters
      text={{
        label: 'Filter by title or key',
        placeholder: 'Filter…',
        value: filter.text ?? '',
        onChange: (text) => setFilter({ ...filter, text }),
      }}
      picks={<FilterPicks lanes={lanes} />}
      empty={isEmptyFilter(rest)}
      onClear={() => setFilter(sprint ? { sprint } : {})}
    />
  )
}
