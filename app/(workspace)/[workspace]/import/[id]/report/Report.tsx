'use client'

import { Download } from 'lucide-react'
import type { Outputs } from '@/app/_client/trpc'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { buttonLook } from '@/app/_ui/button-look'
import { addresses } from '../../../../_frame/addresses'
import { counted, type Summary } from '../../words'
import { DiscardButton } from '../DiscardButton'
import { Untaken } from '../Untaken'
import { ReportLines } from './ReportLines'

export type Page = Outputs['import']['report']

type Props = { workspace: string; summary: Summary; first: Page }

/** What became of the file: in numbers, then line by line, and as a file to keep. */
export function Report({ workspace, summary, first }: Props) {
  const { totals, state } = summary
  if (!totals) return null
  const { outcomes } = totals
  const file = (format: string) =>
    `/api/import/${summary.id}/report?${new URLSearchParams({ workspace, format })}`
  return (
    <section aria-labelledby="report" className="flex flex-col gap-4">
      <div>
        <h2 id="report" className="text-read font-semibold">
          {titles[state] ?? 'Report'}
        </h2>
        <p className="text-pretty text-muted">{meanings[state] ?? summary.error}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 tabular-nums sm:grid-cols-4">
        <Figure name="Created" many={outcomes.created} />
        <Figure name="Updated" many={outcomes.updated} />
        <Figure name="Unchanged" many={outcomes.unchanged} />
        <Figure name="Left out" many={outcomes['left-out']} />
        <Figure name="Failed" many={outcomes.failed} />
        <Figure name="Comments" many={totals.comments} />
        <Figure name="Worklogs" many={totals.worklogs} />
        <Figure name="Sprints" many={totals.sprints} />
        <Figure name="History steps" many={totals.steps} />
        <Figure name="Placeholders" many={totals.people} />
      </dl>
      {totals.notes?.length ? (
        <ul className="flex flex-col gap-1 text-pretty text-muted">
          {totals.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <Untaken counts={totals.untaken} />
      <div className="flex flex-wrap gap-2">
        {totals.projects.slice(0, 6).map((project) => (
          <ButtonLink
            key={project.id}
            href={addresses.board(workspace, project.key)}
            tone={totals.projects.length === 1 ? 'primary' : 'quiet'}
          >
            Open {project.name}
          </ButtonLink>
        ))}
        {totals.projects.length > 6 ? (
          <span className="self-center text-muted">
            and {counted(totals.projects.length - 6, 'more project')}
          </span>
        ) : null}
        <a href={file('csv')} download className={buttonLook()}>
          <Download aria-hidden className="size-4" /> Report as CSV
        </a>
        <a href={file('ndjson')} download className={buttonLook()}>
          <Download aria-hidden className="size-4" /> As NDJSON
        </a>
        {state === 'done' ? <DiscardButton workspace={workspace} id={summary.id} /> : null}
      </div>
      <ReportLines workspace={workspace} id={summary.id} first={first} />
    </section>
  )
}

const titles: Partial<Record<Summary['state'], string>> = {
  done: 'Imported',
  stopped: 'Nothing was written',
  cancelled: 'Stopped before the end',
  interrupted: 'Interrupted before the end',
  failed: 'Failed before the end',
}

const again = 'Import again to go on; what is here already is left as it is.'
const meanings: Partial<Record<Summary['state'], string>> = {
  done: 'Importing a newer export of the same projects adds only what is new, and lets sprints and versions follow it.',
  stopped: 'Something is broken and all or nothing was chosen. What it is stands below.',
  cancelled: again,
  interrupted: `The server stopped in the middle. ${again}`,
}

function Figure({ name, many }: { name: string; many: number }) {
  return (
    <div className="flex justify-between gap-3 border-b border-line py-1">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{many.toLocaleString('en')}</dd>
    </div>
  )
}
