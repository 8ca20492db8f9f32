'use client'

import { useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { ErrorState } from '@/app/_ui/ErrorState'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { toast } from '@/app/_ui/toast'
import { counted, type Summary, stateNames } from '../words'
import { DiscardButton } from './DiscardButton'
import { useProgress } from './useProgress'

type Props = { workspace: string; summary: Summary }

/** An import that is being read or brought in, or one whose reading failed. */
export function Waiting({ workspace, summary }: Props) {
  const { now, away } = useProgress(workspace, summary)
  const [stopping, setStopping] = useState(false)

  const stop = async () => {
    setStopping(true)
    try {
      await trpc.import.cancel.mutate({ workspace, id: now.id })
    } catch (error) {
      setStopping(false)
      toast.failed('The import was not stopped', {
        detail: error instanceof Error ? error.message : undefined,
      })
    }
  }
  if (now.state === 'failed' || now.state === 'cancelled' || now.state === 'interrupted') {
    return (
      <div className="flex flex-col items-center">
        <ErrorState
          title={titles[now.state]}
          meaning={now.error ?? 'Nothing was written. Upload the file again to go on.'}
        />
        <DiscardButton workspace={workspace} id={now.id} />
      </div>
    )
  }
  const running = now.state === 'running'
  return (
    <section aria-label="Progress" className="mx-auto flex w-full max-w-120 flex-col gap-4 py-12">
      <ProgressBar
        label={stateNames[now.state]}
        value={running ? now.done : undefined}
        max={now.total || 1}
        words={
          running ? `${now.done.toLocaleString('en')} of ${counted(now.total, 'line')}` : lines(now)
        }
      />
      <p className="text-muted" role={away ? 'status' : undefined}>
        {away
          ? 'The server does not answer at the moment. The import goes on there.'
          : 'You can leave this page; the work goes on, and this address shows how far it is.'}
      </p>
      <div>
        <Button pending={stopping} onClick={() => void stop()}>
          {stopping ? 'Stopping' : 'Stop'}
        </Button>
      </div>
    </section>
  )
}

const titles = {
  failed: 'The file could not be read',
  cancelled: 'Reading was stopped',
  interrupted: 'Reading was interrupted',
}

function lines({ done }: Summary): string {
  return done > 0 ? counted(done, 'line') : ''
}
