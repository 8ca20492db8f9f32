'use client'

import { RadioGroup } from '@/app/_ui/RadioGroup'
import { counted } from '../../words'
import { Choice } from './Choice'
import type { TableProps } from './useMapping'

const NONE = 'none'

/** What is chosen once for the whole file. */
export function Choices({ preview, mapping, change }: TableProps) {
  const { estimateFields, restricted, problemCount } = preview.findings
  const hidden = restricted.issues + restricted.comments
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {estimateFields.length > 0 ? (
        <div className="flex flex-col gap-1">
          <span className="font-medium">Estimate</span>
          <Choice
            label="Field that holds the estimate"
            value={mapping.estimateField ?? NONE}
            options={[
              { value: NONE, label: 'Take no estimates' },
              ...estimateFields.map((each) => ({
                value: each.field,
                label: `${each.name ?? each.field} (${counted(each.issues, 'issue')})`,
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
            ? `${counted(problemCount, 'entry', 'entries')} broken`
            : 'If something is broken'
        }
        value={mapping.onProblem}
        onChange={(value) => change('onProblem', value === 'stop' ? 'stop' : 'skip')}
        options={[
          { value: 'skip', label: 'Leave it out and import the rest' },
          { value: 'stop', label: 'Write nothing at all' },
        ]}
      />
      {hidden > 0 ? (
        <RadioGroup
          label="What only some may see in Jira"
          value={mapping.restricted}
          onChange={(value) => change('restricted', value === 'take' ? 'take' : 'leave')}
          options={[
            {
              value: 'leave',
              label: 'Leave it in Jira',
              hint: `${counted(restricted.issues, 'issue')}, ${counted(restricted.comments, 'comment')}`,
            },
            { value: 'take', label: 'Take it along, for everybody here to see' },
          ]}
        />
      ) : null}
    </div>
  )
}
