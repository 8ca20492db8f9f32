'use client'

import { Download } from 'lucide-react'
import type { RouterOutputs } from '@/app/_api/apiClient'
import { routes } from '@/app/_features/shell/routes'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { buttonClasses } from '@/app/_ui/buttonClasses'
import { DiscardButton } from './controls/DiscardButton'
import { UnsupportedFields } from './controls/UnsupportedFields'
import { type ImportSummary, pluralize } from './labels/importLabels'
import { ReportTable } from './report/ReportTable'

export type ReportPage = RouterOutputs['import']['report']

type Props = { workspace: string; summary: ImportSummary }

/** The result of an import: totals, one line per item, and a download. */
export function ImportReport({ workspace, summary }: Props) {
  const { totals, state } = summary
  if (!totals) return null
  const { outcomes } = totals
  const downloadUrl = (format: string) =>
    `/api/import/${summary.id}/report?${new URLSearchParams({ workspace, format })}`
  return (
    <section aria-labelledby="report" className="flex flex-col gap-4">
      <div>
        <h2 id="report" className="text-body font-semibold">
          {STATE_TITLES[state] ?? 'Report'}
        </h2>
        <p className="text-pretty text-muted">{STATE_DESCRIPTIONS[state] ?? summary.error}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 tabular-nums sm:grid-cols-4">
        <TotalItem name="Created" count={outcomes.created} />
        <TotalItem name="Updated" count={outcomes.updated} />
        <TotalItem name="Unchanged" count={outcomes.unchanged} />
        <TotalItem name="Skipped" count={outcomes.skipped} />
        <TotalItem name="Failed" count={outcomes.failed} />
        <TotalItem name="Comments" count={totals.comments} />
        <TotalItem name="Worklogs" count={totals.worklogs} />
        <TotalItem name="Sprints" count={totals.sprints} />
        <TotalItem name="History entries" count={totals.steps} />
        <TotalItem name="Placeholders" count={totals.placeholders} />
      </dl>
      {totals.notes?.length ? (
        <ul className="flex flex-col gap-1 text-pretty text-muted">
          {totals.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <UnsupportedFields counts={totals.unsupported} />
      <div className="flex flex-wrap gap-2">
        {totals.projects.slice(0, 6).map((project) => (
          <ButtonLink
            key={project.id}
            href={routes.board(workspace, project.key)}
            tone={totals.projects.length === 1 ? 'primary' : 'secondary'}
          >
            Open {project.name}
          </ButtonLink>
        ))}
        {totals.projects.length > 6 ? (
          <span className="self-center text-muted">
            and {pluralize(totals.projects.length - 6, 'more project')}
          </span>
        ) : null}
        <a href={downloadUrl('csv')} download className={buttonClasses()}>
          <Download aria-hidden className="size-4" /> Report as CSV
        </a>
        <a href={downloadUrl('ndjson')} download className={buttonClasses()}>
          <Download aria-hidden className="size-4" /> As NDJSON
        </a>
        {state === 'done' ? <DiscardButton workspace={workspace} id={summary.id} /> : null}
      </div>
      <ReportTable workspace={workspace} id={summary.id} />
    </section>
  )
}

const STATE_TITLES: Partial<Record<ImportSummary['state'], string>> = {
  done: 'Imported',
  stopped: 'Nothing was written',
  cancelled: 'Stopped before the end',
  interrupted: 'Interrupted before the end',
  failed: 'Failed before the end',
}

const IMPORT_AGAIN_HINT =
  'Import the file again to continue. Tasks that are already here stay unchanged.'
const STATE_DESCRIPTIONS: Partial<Record<ImportSummary['state'], string>> = {
  done: 'Importing a newer export of the same projects adds only what is new, and lets sprints and versions follow it.',
  stopped: 'The file has an error, and “all or nothing” was chosen. The error is listed below.',
  cancelled: IMPORT_AGAIN_HINT,
  interrupted: `The server stopped in the middle. ${IMPORT_AGAIN_HINT}`,
}

function TotalItem({ name, count }: { name: string; count: number }) {
  return (
    <div className="flex justify-between gap-3 border-b border-line py-1">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{count.toLocaleString('en')}</dd>
    </div>
  )
}
