'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { cx } from '@/app/_ui/cx'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { ProblemLine } from '../../_frame/ProblemLine'
import { type Upload, upload } from './upload'
import { megabytes } from './words'

type Props = {
  workspace: string
  /** Largest file, in bytes. */
  largest: number
}

/** A file is dropped or chosen here and goes up; then its own page opens. */
export function UploadArea({ workspace, largest }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const running = useRef<Upload>(null)
  const [over, setOver] = useState(false)
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<string>()

  const send = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    if (file.size > largest) {
      setProblem(`${file.name} has ${megabytes(file.size)}; ${megabytes(largest)} is the most.`)
      return
    }
    setPart(0)
    try {
      running.current = upload(workspace, file, setPart)
      const id = await running.current.done
      router.push(`/${workspace}/import/${id}`)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setPart(undefined)
    }
  }
  const take = () => {
    const chosen = input.current
    void send(chosen?.files?.[0])
    if (chosen) chosen.value = ''
  }
  // A file may have been chosen before the page came alive.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it does
  useEffect(take, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    <section aria-labelledby="upload" className="flex flex-col gap-3">
      <h2 id="upload" className="text-read font-semibold">
        Import from Jira
      </h2>
      <p className="text-pretty text-muted">
        Issues as Jira’s REST interface gives them: JSON, one issue a line or as{' '}
        <code>{'{"issues": […]}'}</code>, gzipped or not, up to {megabytes(largest)}. You see what
        is in the file before anything is written.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the button */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'flex min-h-40 flex-col items-center justify-center gap-3 rounded-card border border-dashed px-4 py-6 text-center transition-colors',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
        )}
      >
        {part === undefined ? (
          <>
            <FileUp aria-hidden className="size-6 stroke-[1.5] text-faint" />
            <p className="text-muted">Drop a file here, or</p>
            <Button tone="primary" onClick={() => input.current?.click()}>
              Choose file
            </Button>
          </>
        ) : (
          <div className="flex w-full max-w-90 flex-col gap-3">
            <ProgressBar
              label="Uploading"
              value={part * 100}
              words={`${Math.round(part * 100)} %`}
            />
            <Button onClick={() => running.current?.cancel()}>Cancel</Button>
          </div>
        )}
        <input
          ref={input}
          type="file"
          aria-label="File to import"
          className="sr-only"
          tabIndex={-1}
          onChange={take}
        />
      </div>
      <ProblemLine>{problem}</ProblemLine>
    </section>
  )
}
