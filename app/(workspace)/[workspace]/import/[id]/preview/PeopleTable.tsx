'use client'

import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Avatar } from '@/app/_ui/Avatar'
import { Button } from '@/app/_ui/Button'
import { DataTable } from '@/app/_ui/DataTable'
import { Pick } from '@/app/_ui/Pick'
import { TextField } from '@/app/_ui/TextField'
import { counted } from '../../words'
import type { TableProps } from './useMapping'

const SHOWN = 50
const PLACEHOLDER = 'placeholder'

/** Who each person of the file is here: somebody of the workspace, or a placeholder. */
export function PeopleTable({ preview, mapping, change }: TableProps) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState(SHOWN)
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
  const wanted = text.trim().toLowerCase()
  const found = people.filter((each) =>
    `${each.name} ${each.email ?? ''} ${each.id}`.toLowerCase().includes(wanted),
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        Who has no account here becomes a placeholder: it keeps their work together and can be
        handed over to them with an invitation.
      </p>
      <TextField
        label="Find somebody"
        hideLabel
        type="search"
        placeholder="Find somebody…"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <DataTable
        caption="People in the file"
        rows={found.slice(0, shown)}
        rowKey={(row) => row.id}
        empty={<p className="py-6 text-center text-muted">Nobody matches.</p>}
        columns={[
          {
            id: 'person',
            title: 'In the file',
            className: 'py-1',
            cell: (row) => (
              <>
                <span className="block">{row.name}</span>
                <span className="block text-faint">{row.email ?? row.id}</span>
              </>
            ),
          },
          { id: 'work', title: 'Work', className: 'text-muted', cell: workOf },
          {
            id: 'here',
            title: 'Here',
            cell: (row) => {
              const chosen = mapping.people[row.id] ?? PLACEHOLDER
              const label = chosen === PLACEHOLDER ? 'Placeholder' : names.get(chosen)
              return (
                <Pick
                  label={`Who ${row.name} is here`}
                  options={options}
                  value={chosen}
                  onPick={(id) => change('people', row.id, id === PLACEHOLDER ? null : id)}
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
      {found.length > shown ? (
        <div>
          <Button onClick={() => setShown(found.length)}>
            Show {counted(found.length - shown, 'more', 'more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function workOf(row: TableProps['preview']['findings']['people'][number]): string {
  const parts = [
    row.reported > 0 && `${row.reported.toLocaleString('en')} reported`,
    row.assigned > 0 && `${row.assigned.toLocaleString('en')} assigned`,
    row.comments > 0 && counted(row.comments, 'comment'),
    row.changes > 0 && counted(row.changes, 'change'),
  ]
  return parts.filter(Boolean).join(', ') || 'only named in histories'
}
