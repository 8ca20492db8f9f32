'use client'

import { requestErrorMessage } from '@/app/_api/formErrors'
import { trpc } from '@/app/_api/trpc'
import { Button } from '@/app/_ui/Button'
import { ErrorState } from '@/app/_ui/ErrorState'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { toast } from '@/app/_ui/toast'
import { DiscardButton } from './controls/DiscardButton'
import { type ImportSummary, importStateLabels, pluralize } from './labels/importLabels'
import { useImportProgress } from './progress/useImportProgress'

type Props = { workspace: string; summary: ImportSummary }

/** The progress of an import that is being read or imported, or its error. */
export function ImportProgress({ workspace, summary }: Props) {
  const { progress, isUnreachable } = useImportProgress(workspace, summary)
  const stop = trpc.import.cancel.useMutation({
    onError: (error) =>
      toast.error('The import was not stopped', { detail: requestErrorMessage(error) }),
  })
  // The import stops some moments after the request.
  const isStopping = stop.isPending || stop.isSuccess
  if (
    progress.state === 'failed' ||
    progress.state === 'cancelled' ||
    progress.state === 'interrupted'
  ) {
    return (
      <div className="flex flex-col items-center">
        <ErrorState
          title={FAILURE_TITLES[progress.state]}
          description={progress.error ?? 'Nothing was written. Upload the file again to continue.'}
        />
        <DiscardButton workspace={workspace} id={progress.id} />
      </div>
    )
  }
  const isRunning = progress.state === 'running'
  return (
    <section aria-label="Progress" className="mx-auto flex w-full max-w-120 flex-col gap-4 py-12">
      <ProgressBar
        label={importStateLabels[progress.state]}
        value={isRunning ? progress.done : undefined}
        max={progress.total || 1}
        valueText={
          isRunning
            ? `${progress.done.toLocaleString('en')} of ${pluralize(progress.total, 'line')}`
            : lineCountLabel(progress)
        }
      />
      <p className="text-muted" role={isUnreachable ? 'status' : undefined}>
        {isUnreachable
          ? 'The server does not answer at the moment. The import continues there.'
          : 'You can leave this page. The import continues, and this page shows its progress.'}
      </p>
      <div>
        <Button pending={isStopping} onClick={() => stop.mutate({ workspace, id: progress.id })}>
          {isStopping ? 'Stopping' : 'Stop'}
        </Button>
      </div>
    </section>
  )
}

const FAILURE_TITLES = {
  failed: 'The file could not be read',
  cancelled: 'Reading was stopped',
  interrupted: 'Reading was interrupted',
}

function lineCountLabel({ done }: ImportSummary): string {
  return done > 0 ? pluralize(done, 'line') : ''
}
