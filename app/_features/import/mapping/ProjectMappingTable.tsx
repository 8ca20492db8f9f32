'use client'

import { Checkbox } from '@/app/_ui/Checkbox'
import { DataTable } from '@/app/_ui/DataTable'
import { TextField } from '@/app/_ui/TextField'
import { type MappingTableProps, projectKeyError } from './useImportMapping'

/** Selects the projects to import, with their keys and names. */
export function ProjectMappingTable({ preview, mapping, change }: MappingTableProps) {
  const { findings, projects, keysInUse } = preview
  const existingProjects = new Map(projects.map((each) => [each.key, each.name]))
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption="Projects in the file"
        rows={findings.projects}
        rowKey={(row) => row.key}
        columns={[
          {
            id: 'included',
            header: 'In the file',
            cell: (row) => (
              <Checkbox
                label={`${row.key} · ${row.name}`}
                checked={mapping.projects[row.key]?.included ?? false}
                onChange={(included) => change('projects', row.key, { included })}
              />
            ),
          },
          {
            id: 'issues',
            header: 'Issues',
            isNumeric: true,
            cell: (row) => row.issues.toLocaleString('en'),
          },
          {
            id: 'key',
            header: 'New key',
            className: 'py-1',
            cell: (row) => {
              const projectMapping = mapping.projects[row.key]
              const key = projectMapping?.key ?? ''
              return (
                <TextField
                  label={`Key of ${row.name}`}
                  hideLabel
                  value={key}
                  maxLength={10}
                  disabled={!projectMapping?.included}
                  error={projectMapping?.included ? projectKeyError(key) : undefined}
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
            header: 'New name',
            className: 'py-1',
            cell: (row) => {
              const projectMapping = mapping.projects[row.key]
              const existingName = projectMapping?.included
                ? existingProjects.get(projectMapping.key)
                : undefined
              return existingName ? (
                <span className="text-muted">Goes into the project {existingName}</span>
              ) : (
                <TextField
                  label={`Name of ${row.key}`}
                  hideLabel
                  value={projectMapping?.name ?? ''}
                  maxLength={80}
                  disabled={!projectMapping?.included}
                  onChange={(event) => change('projects', row.key, { name: event.target.value })}
                  className="min-w-44"
                />
              )
            },
          },
        ]}
      />
      {keysInUse.length > 0 ? (
        <p role="status" className="text-danger-ink">
          {keysInUse.join(', ')}: these numbers belong to other tasks here, so these issues cannot
          come. Choose another key to bring them in.
        </p>
      ) : null}
    </div>
  )
}
