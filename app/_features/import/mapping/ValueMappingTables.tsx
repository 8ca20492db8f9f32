'use client'

import type { ReactNode } from 'react'
import { DataTable } from '@/app/_ui/DataTable'
import { PriorityIcon, priorityNames } from '@/app/_ui/PriorityIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { PRIORITIES, type Priority, TASK_TYPES, type TaskType } from '@/domain/kernel/primitives'
import { CellSelect } from '../controls/CellSelect'
import type { MappingTableProps } from './useImportMapping'

const typeNames: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}

/** Maps each of Jira's types to a task type. */
export function TypeMappingTable({ preview, mapping, change }: MappingTableProps) {
  return (
    <ValueMappingTable
      fieldLabel="Type"
      rows={preview.findings.types}
      icon={(sourceName) => <TaskTypeIcon type={mapping.types[sourceName] ?? 'task'} decorative />}
      options={TASK_TYPES.map((value) => ({ value, label: typeNames[value] }))}
      selectedValue={(sourceName) => mapping.types[sourceName] ?? 'task'}
      onChange={(sourceName, value) => change('types', sourceName, value as TaskType)}
    />
  )
}

/** Maps each of Jira's priorities to a priority. */
export function PriorityMappingTable({ preview, mapping, change }: MappingTableProps) {
  return (
    <ValueMappingTable
      fieldLabel="Priority"
      rows={preview.findings.priorities}
      icon={(sourceName) => <PriorityIcon level={mapping.priorities[sourceName] ?? 0} decorative />}
      options={PRIORITIES.map((value) => ({ value: String(value), label: priorityNames[value] }))}
      selectedValue={(sourceName) => String(mapping.priorities[sourceName] ?? 0)}
      onChange={(sourceName, value) => change('priorities', sourceName, Number(value) as Priority)}
    />
  )
}

type ValueMappingTableProps = {
  fieldLabel: string
  rows: { name: string; issues: number }[]
  icon: (word: string) => ReactNode
  options: { value: string; label: string }[]
  selectedValue: (word: string) => string
  onChange: (word: string, value: string) => void
}

function ValueMappingTable({
  fieldLabel,
  rows,
  icon,
  options,
  selectedValue,
  onChange,
}: ValueMappingTableProps) {
  return (
    <DataTable
      caption={`${fieldLabel} by its name in the file`}
      rows={rows}
      rowKey={(row) => row.name}
      empty={<p className="py-6 text-center text-muted">The file names none.</p>}
      columns={[
        { id: 'word', header: 'In the file', cell: (row) => row.name },
        {
          id: 'issues',
          header: 'Issues',
          isNumeric: true,
          cell: (row) => (row.issues > 0 ? row.issues.toLocaleString('en') : 'history only'),
        },
        {
          id: 'here',
          header: 'In Concord',
          className: 'py-1',
          cell: (row) => (
            <span className="flex items-center gap-2">
              {icon(row.name)}
              <CellSelect
                label={`${fieldLabel} of ${row.name}`}
                options={options}
                value={selectedValue(row.name)}
                onChange={(next) => onChange(row.name, next)}
              />
            </span>
          ),
        },
      ]}
    />
  )
}
