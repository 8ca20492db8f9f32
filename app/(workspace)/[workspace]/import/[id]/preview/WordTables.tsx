'use client'

import type { ReactNode } from 'react'
import { DataTable } from '@/app/_ui/DataTable'
import { PriorityBars, priorityNames } from '@/app/_ui/PriorityBars'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { PRIORITIES, type Priority, TASK_TYPES, type TaskType } from '@/domain/words'
import { Choice } from './Choice'
import type { TableProps } from './useMapping'

const typeNames: Record<TaskType, string> = {
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  bug: 'Bug',
  subtask: 'Subtask',
}

/** Which of our types each of Jira's becomes. */
export function TypesTable({ preview, mapping, change }: TableProps) {
  return (
    <WordTable
      what="Type"
      rows={preview.findings.types}
      glyph={(word) => <TypeGlyph type={mapping.types[word] ?? 'task'} decorative />}
      options={TASK_TYPES.map((value) => ({ value, label: typeNames[value] }))}
      value={(word) => mapping.types[word] ?? 'task'}
      onChange={(word, value) => change('types', word, value as TaskType)}
    />
  )
}

/** Which of our priorities each of Jira's becomes. */
export function PrioritiesTable({ preview, mapping, change }: TableProps) {
  return (
    <WordTable
      what="Priority"
      rows={preview.findings.priorities}
      glyph={(word) => <PriorityBars level={mapping.priorities[word] ?? 0} decorative />}
      options={PRIORITIES.map((value) => ({ value: String(value), label: priorityNames[value] }))}
      value={(word) => String(mapping.priorities[word] ?? 0)}
      onChange={(word, value) => change('priorities', word, Number(value) as Priority)}
    />
  )
}

type WordTableProps = {
  what: string
  rows: { name: string; issues: number }[]
  glyph: (word: string) => ReactNode
  options: { value: string; label: string }[]
  value: (word: string) => string
  onChange: (word: string, value: string) => void
}

function WordTable({ what, rows, glyph, options, value, onChange }: WordTableProps) {
  return (
    <DataTable
      caption={`${what} by its name in the file`}
      rows={rows}
      rowKey={(row) => row.name}
      empty={<p className="py-6 text-center text-muted">The file names none.</p>}
      columns={[
        { id: 'word', title: 'In the file', cell: (row) => row.name },
        {
          id: 'issues',
          title: 'Issues',
          number: true,
          cell: (row) => (row.issues > 0 ? row.issues.toLocaleString('en') : 'history only'),
        },
        {
          id: 'here',
          title: 'Here',
          className: 'py-1',
          cell: (row) => (
            <span className="flex items-center gap-2">
              {glyph(row.name)}
              <Choice
                label={`${what} of ${row.name}`}
                options={options}
                value={value(row.name)}
                onChange={(next) => onChange(row.name, next)}
              />
            </span>
          ),
        },
      ]}
    />
  )
}
