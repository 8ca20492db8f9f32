'use client'

import { RadioGroup } from '@/app/_ui/RadioGroup'
import { CellSelect } from '../controls/CellSelect'
import { pluralize } from '../labels/importLabels'
import type { MappingTableProps } from './useImportMapping'

const NONE = 'none'

/** Options for the whole file. */
export function ImportOptions({ preview, mapping, change }: MappingTableProps) {
  const { estimateFields, restricted, problemCount } = preview.findings
  const restrictedCount = restricted.issues + restricted.comments
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {estimateFields.length > 0 ? (
        <div className="flex flex-col gap-1">
          <span className="font-medium">Estimate</span>
          <CellSelect
            label="Field that holds the estimate"
            value={mapping.estimateField ?? NONE}
            options={[
              { value: NONE, label: 'Import no estimates' },
              ...estimateFields.map((each) => ({
                value: each.field,
                label: `${each.name ?? each.field} (${pluralize(each.issues, 'issue')})`,
              })),
            ]}
            onChange={(value) => change('estimateField', value === NONE ? null : value)}
          />
          <p className="text-muted">The custom field whose numbers are the points.</p>
        </div>
      ) : null}
      <RadioGroup
        label={
          problemCount > 0
            ? `${pluralize(problemCount, 'entry', 'entries')} broken`
            : 'If something is broken'
        }
        value={mapping.onProblem}
        onChange={(value) => change('onProblem', value === 'stop' ? 'stop' : 'skip')}
        options={[
          { value: 'skip', label: 'Skip it and import the rest' },
          { value: 'stop', label: 'Import nothing' },
        ]}
      />
      {restrictedCount > 0 ? (
        <RadioGroup
          label="Restricted issues and comments"
          value={mapping.restricted}
          onChange={(value) => change('restricted', value === 'include' ? 'include' : 'exclude')}
          options={[
            {
              value: 'exclude',
              label: 'Leave them in Jira',
              hint: `${pluralize(restricted.issues, 'issue')}, ${pluralize(restricted.comments, 'comment')}`,
            },
            { value: 'include', label: 'Import them, visible to everybody' },
          ]}
        />
      ) : null}
    </div>
  )
}
