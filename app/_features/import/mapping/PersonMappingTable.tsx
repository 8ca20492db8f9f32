'use client'

import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { Combobox } from '@/app/_ui/Combobox'
import { DataTable } from '@/app/_ui/DataTable'
import { TextField } from '@/app/_ui/TextField'
import { pluralize } from '../labels/importLabels'
import type { MappingTableProps } from './useImportMapping'

const INITIAL_LIMIT = 50
const PLACEHOLDER = 'placeholder'

/** Maps each person of the file to a workspace member or a placeholder. */
export function PersonMappingTable({ preview, mapping, change }: MappingTableProps) {
  const [text, setText] = useState('')
  const [limit, setLimit] = useState(INITIAL_LIMIT)
  const { people } = preview.findings
  const options = useMemo(
    () => [
      { id: PLACEHOLDER, label: 'A placeholder to invite later' },
      ...preview.people.map((each) => ({
        id: each.id,
        label: each.name,
        hint: each.email ?? undefined,
        icon: <Avatar person={{ name: each.name, id: each.id }} size="small" decorative />,
      })),
    ],
    [preview.people],
  )
  const names = new Map(options.map((each) => [each.id, each.label]))
  const query = text.trim().toLowerCase()
  const matches = people.filter((each) =>
    `${each.name} ${each.email ?? ''} ${each.id}`.toLowerCase().includes(query),
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        A person without an account here becomes a placeholder, which keeps their work together.
        They can take it over with an invitation.
      </p>
      <TextField
        label="Search people"
        hideLabel
        type="search"
        placeholder="Search people…"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <DataTable
        caption="People in the file"
        rows={matches.slice(0, limit)}
        rowKey={(row) => row.id}
        empty={<p className="py-6 text-center text-muted">No results</p>}
        columns={[
          {
            id: 'person',
            header: 'In the file',
            className: 'py-1',
            cell: (row) => (
              <>
                <span className="block">{row.name}</span>
                <span className="block text-faint">{row.email ?? row.id}</span>
              </>
            ),
          },
          { id: 'work', header: 'Work', className: 'text-muted', cell: describeActivity },
          {
            id: 'here',
            header: 'In Concord',
            cell: (row) => {
              const mappedId = mapping.people[row.id] ?? PLACEHOLDER
              const label = mappedId === PLACEHOLDER ? 'Placeholder' : names.get(mappedId)
              return (
                <Combobox
                  label={`Who ${row.name} is here`}
                  options={options}
                  value={mappedId}
                  onSelect={(id) => change('people', row.id, id === PLACEHOLDER ? null : id)}
                  trigger={
                    <Button aria-label={`Who ${row.name} is here: ${label}`}>
                      {label} <ChevronDown aria-hidden className="size-3.5" />
                    </Button>
                  }
                />
              )
            },
          },
        ]}
      />
      {matches.length > limit ? (
        <div>
          <Button onClick={() => setLimit(matches.length)}>
            Show {pluralize(matches.length - limit, 'more', 'more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function describeActivity(row: MappingTableProps['preview']['findings']['people'][number]): string {
  const parts = [
    row.reported > 0 && `${row.reported.toLocaleString('en')} reported`,
    row.assigned > 0 && `${row.assigned.toLocaleString('en')} assigned`,
    row.comments > 0 && pluralize(row.comments, 'comment'),
    row.changes > 0 && pluralize(row.changes, 'change'),
  ]
  return parts.filter(Boolean).join(', ') || 'only named in histories'
}
