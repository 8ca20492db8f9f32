'use client'

import { Filters } from '@/app/_ui/Filters'
import { keyOf } from './address'
import { FilterPicks } from './FilterPicks'
import { useFilter } from './useFilter'

/** Filters of a history. */
export function FilterBar() {
  const [filter, setFilter] = useFilter()
  return (
    <Filters
      text={{
        label: 'Filter by task',
        placeholder: 'Key or title…',
        value: filter.text ?? '',
        onChange: (text) => setFilter({ ...filter, text }),
      }}
      picks={<FilterPicks />}
      empty={keyOf(filter) === ''}
      onClear={() => setFilter({})}
    />
  )
}
