'use client'

import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { TextField } from '@/app/_ui/TextField'
import { keyFault, type TableProps } from './useMapping'

/** Which projects come, under which key and name. */
export function ProjectsTable({ preview, mapping, change }: TableProps) {
  const { findings, projects, clashes } = preview
  const here = new Map(projects.map((each) => [each.key, each.name]))
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption="Projects in the file"
        rows={findings.projects}
        rowKey={(row) => row.key}
        columns={[
          {
            id: 'take',
            title: 'In the file',
            cell: (row) => (
              <Checkbox
                label={`${row.key} · ${row.name}`}
                checked={mapping.projects[row.key]?.take ?? false}
                onChange={(take) => change('projects', row.key, { take })}
              />
            ),
          },
          {
            id: 'issues',
            title: 'Issues',
            number: true,
            cell: (row) => row.issues.toLocaleString('en'),
          },
          {
            id: 'key',
            title: 'Key here',
            className: 'py-1',
            cell: (row) => {
              const chosen = mapping.projects[row.key]
              const key = chosen?.key ?? ''
              return (
                <TextField
                  label={`Key of ${row.name}`}
                  hideLabel
                  value={key}
                  maxLength={10}
                  disabled={!chosen?.take}
                  error={chosen?.take ? keyFault(key) : undefined}
                  onChange={(event) =>
                    change('projects', row.key, { key: event.target.value.toUpperCase() })
                  }
                  className="min-w-28"
                />
              )
            },
          },
          {
            id: 'name',
            title: 'Name here',
            className: 'py-1',
            cell: (row) => {
              const chosen = mapping.projects[row.key]
              const into = chosen?.take ? here.get(chosen.key) : undefined
              return into ? (
                <span className="text-muted">Goes into the project {into}</span>
              ) : (
                <TextField
                  label={`Name of ${row.key}`}
                  hideLabel
                  value={chosen?.name ?? ''}
                  maxLength={80}
                  disabled={!chosen?.take}
                  onChange={(event) => change('projects', row.key, { name: event.target.value })}
                  className="min-w-44"
                />
              )
            },
          },
        ]}
      />
      {clashes.length > 0 ? (
        <p role="status" className="text-danger-ink">
          {clashes.join(', ')}: these numbers belong to other tasks here, so these issues cannot
          come. Choose another key to bring them in.
        </p>
      ) : null}
    </div>
  )
}
