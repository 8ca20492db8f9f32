import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { workspaceOfPage } from '@/server/access/page'
import { Problem } from '@/server/access/problem'
import { importPreview, importProgress, importReport } from '@/server/queries/imports'
import { Preview } from './preview/Preview'
import { Report } from './report/Report'
import { Waiting } from './Waiting'

export const metadata: Metadata = { title: 'Import' }

type Props = { params: Promise<{ workspace: string; id: string }> }

/** One import: its progress while it is at work, else its preview, and its report once it ran. */
export default async function OneImportPage({ params }: Props) {
  const { workspace, id } = await params
  const scope = await workspaceOfPage(workspace)
  const summary = await importProgress(scope, id).catch(orNotFound)
  const { state } = summary
  const busy = state === 'uploading' || state === 'reading' || state === 'running'
  const preview = busy || state === 'done' ? null : await importPreview(scope, id)
  const ran = summary.totals !== null && !busy
  const report = ran ? await importReport(scope, id, {}) : null
  return (
    <>
      <TopBar
        trail={
          <Trail above={[{ label: 'Import', href: `/${workspace}/import` }]} here={summary.name} />
        }
      />
      <Main>
        <div className="mx-auto flex max-w-240 flex-col gap-8 px-4 py-4 md:py-6">
          {busy || (!preview && state !== 'done') ? (
            <Waiting workspace={workspace} summary={summary} />
          ) : null}
          {report ? <Report workspace={workspace} summary={summary} first={report} /> : null}
          {preview ? <Preview key={summary.state} workspace={workspace} preview={preview} /> : null}
        </div>
      </Main>
    </>
  )
}

function orNotFound(error: unknown): never {
  if (error instanceof Problem) notFound()
  throw error
}
