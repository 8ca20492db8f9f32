'use client'

import { useRouter } from 'next/navigation'
import type { RouterOutputs } from '@/app/_api/apiClient'
import { formErrorsFrom } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { FormError } from '@/app/_ui/FormError'
import { Tabs } from '@/app/_ui/Tabs'
import { DiscardButton } from './controls/DiscardButton'
import { pluralize } from './labels/importLabels'
import { FileSummary } from './mapping/FileSummary'
import { ImportOptions } from './mapping/ImportOptions'
import { PersonMappingTable } from './mapping/PersonMappingTable'
import { ProjectMappingTable } from './mapping/ProjectMappingTable'
import { StatusMappingTable } from './mapping/StatusMappingTable'
import { useImportMapping } from './mapping/useImportMapping'
import { PriorityMappingTable, TypeMappingTable } from './mapping/ValueMappingTables'

export type ImportPreviewForm = NonNullable<RouterOutputs['import']['preview']>

/**
 * Shows the contents of the file and how they are mapped. Everything can be changed before the
 * import starts.
 */
export function ImportPreviewForm({
  workspace,
  preview,
}: {
  workspace: string
  preview: ImportPreviewForm
}) {
  const { summary, findings } = preview
  const router = useRouter()
  const { mapping, change, errors } = useImportMapping(preview)
  const utils = trpc.useUtils()
  const start = trpc.import.start.useMutation({
    onSuccess: (progress) => {
      utils.import.progress.setData({ workspace, id: summary.id }, progress)
      router.refresh()
    },
  })
  const isRepeat = summary.state !== 'ready'
  const includedProjects = findings.projects.filter((each) => mapping.projects[each.key]?.included)
  const issueCount = includedProjects.reduce((sum, each) => sum + each.issues, 0)

  const { form, fields } = formErrorsFrom(start.error, ['projects', 'people'])
  const problem = start.isError ? (form ?? Object.values(fields)[0]) : undefined
  if (findings.issues === 0) {
    return (
      <>
        <FileSummary preview={preview} />
        <div>
          <DiscardButton workspace={workspace} id={summary.id} />
        </div>
      </>
    )
  }
  const tableProps = { preview, mapping, change }
  const hasFailed = summary.state === 'failed' && !summary.totals
  return (
    <>
      <FormError>
        {hasFailed ? `The import failed: ${summary.error} No issue was brought in.` : undefined}
      </FormError>
      <FileSummary preview={preview} />
      {/* On a phone the tabs scroll by themselves instead of the page. */}
      <div className="max-md:[&_[role=tablist]]:overflow-x-auto max-md:[&_[role=tablist]]:overflow-y-hidden">
        <Tabs
          label="Mapping"
          tabs={[
            {
              id: 'projects',
              label: 'Projects',
              count: findings.projects.length,
              content: <ProjectMappingTable {...tableProps} />,
            },
            {
              id: 'statuses',
              label: 'Statuses',
              count: findings.statuses.length,
              content: <StatusMappingTable {...tableProps} />,
            },
            {
              id: 'types',
              label: 'Types',
              count: findings.types.length,
              content: <TypeMappingTable {...tableProps} />,
            },
            {
              id: 'priorities',
              label: 'Priorities',
              count: findings.priorities.length,
              content: <PriorityMappingTable {...tableProps} />,
            },
            {
              id: 'people',
              label: 'People',
              count: findings.people.length,
              content: <PersonMappingTable {...tableProps} />,
            },
          ]}
        />
      </div>
      <ImportOptions {...tableProps} />
      <div className="sticky bottom-0 -mx-4 flex flex-col gap-3 border-t border-line bg-canvas px-4 py-3">
        <FormError>{problem ?? errors[0]}</FormError>
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            pending={start.isPending || start.isSuccess}
            disabled={errors.length > 0}
            onClick={() => start.mutate({ workspace, id: summary.id, mapping })}
          >
            {isRepeat ? 'Import again: ' : 'Import '}
            {pluralize(issueCount, 'issue')}
          </Button>
          <DiscardButton workspace={workspace} id={summary.id} />
        </div>
      </div>
    </>
  )
}
