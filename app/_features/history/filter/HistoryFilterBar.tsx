'use client'

import { FilterControls } from '@/app/_ui/FilterControls'
import { historyFilterKey } from '../historyFilterParams'
import { HistoryFilterMenus } from './HistoryFilterMenus'
import { useHistoryFilter } from './useHistoryFilter'

/** The filters of a history. */
export function HistoryFilterBar() {
  const [filter, changeFilter] = useHistoryFilter()
  return (
    <FilterControls
      text={{
        label: 'Filter by task',
        placeholder: 'Key or title…',
        value: filter.text ?? '',
        onChange: (text) => changeFilter((current) => ({ ...current, text })),
      }}
      pickers={<HistoryFilterMenus />}
      empty={historyFilterKey(filter) === ''}
      onClear={() => changeFilter(() => ({}))}
    />
  )
}
