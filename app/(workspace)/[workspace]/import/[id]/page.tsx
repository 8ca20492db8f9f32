import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { ImportPreviewForm } from '@/app/_features/import/ImportPreviewForm'
import { ImportProgress } from '@/app/_features/import/ImportProgress'
import { ImportReport } from '@/app/_features/import/ImportReport'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { loadImportPreview } from '@/server/queries/imports'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Import' }

type Props = { params: Promise<{ workspace: string; id: string }> }

/** One import: its progress while it is busy, otherwise its preview, and its report after a run. */
export default async function OneImportPage({ params }: Props) {
  const { workspace, id } = await params
  const scope = await requireWorkspace(workspace)
  const helpers = await prefetchHelpers()
  const summary = await helpers.import.progress.fetch({ workspace, id }).catch(orNotFound)
  const { state } = summary
  const isBusy = state === 'uploading' || state === 'reading' || state === 'running'
  const preview = isBusy || state === 'done' ? null : await loadImportPreview(scope, id)
  const hasRun = summary.totals !== null && !isBusy
  if (hasRun) await helpers.import.report.fetchInfinite({ workspace, id })
  return (
    <ApiProvider state={helpers.dehydrate()}>
      <TopBar
        breadcrumbs={
          <Breadcrumbs
            parents={[{ label: 'Import', href: `/${workspace}/import` }]}
            current={summary.name}
          />
        }
      />
      <Main>
        <div className="mx-auto flex max-w-240 flex-col gap-8 px-4 py-4 md:py-6">
          {isBusy || (!preview && state !== 'done') ? (
            <ImportProgress workspace={workspace} summary={summary} />
          ) : null}
          {hasRun ? <ImportReport workspace={workspace} summary={summary} /> : null}
          {preview ? (
            <ImportPreviewForm key={summary.state} workspace={workspace} preview={preview} />
          ) : null}
        </div>
      </Main>
    </ApiProvider>
  )
}

function orNotFound(error: unknown): never {
  // The id is invalid, or the import does not exist or may not be seen by this person.
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') notFound()
  throw error
}
