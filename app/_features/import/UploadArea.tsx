'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/Button'
import { cx } from '@/app/_ui/cx'
import { FormError } from '@/app/_ui/FormError'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { formatFileSize } from './labels/importLabels'
import { type FileUpload, uploadFile } from './upload/uploadFile'

type Props = {
  workspace: string
  /** Maximum file size, in bytes. */
  maxBytes: number
}

/** Uploads a dropped or chosen file, then opens its import's page. */
export function UploadArea({ workspace, maxBytes }: Props) {
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const currentUpload = useRef<FileUpload>(null)
  const [isDragOver, setIsDragOver] = useState(false)
  const [fraction, setFraction] = useState<number>()
  const [problem, setProblem] = useState<string>()

  const uploadChosen = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    if (file.size > maxBytes) {
      setProblem(
        `${file.name} has ${formatFileSize(file.size)}; the maximum is ${formatFileSize(maxBytes)}.`,
      )
      return
    }
    setFraction(0)
    try {
      currentUpload.current = uploadFile(workspace, file, setFraction)
      const id = await currentUpload.current.done
      router.push(`/${workspace}/import/${id}`)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setFraction(undefined)
    }
  }
  const uploadFromInput = () => {
    const fileInput = input.current
    void uploadChosen(fileInput?.files?.[0])
    if (fileInput) fileInput.value = ''
  }
  // A file may have been chosen before the page was hydrated.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, after hydration
  useEffect(uploadFromInput, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsDragOver(false)
    void uploadChosen(event.dataTransfer.files[0])
  }

  return (
    <section aria-labelledby="upload" className="flex flex-col gap-3">
      <h2 id="upload" className="text-body font-semibold">
        Import from Jira
      </h2>
      <p className="text-pretty text-muted">
        Issues as Jira’s REST interface gives them: JSON, one issue a line or as{' '}
        <code>{'{"issues": […]}'}</code>, gzipped or not, up to {formatFileSize(maxBytes)}. You see
        what is in the file before anything is written.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the button */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsDragOver(true)
        }}
        onDragLeave={() => setIsDragOver(false)}
        onDrop={drop}
        className={cx(
          'flex min-h-40 flex-col items-center justify-center gap-3 rounded-card border border-dashed px-4 py-6 text-center transition-colors',
          isDragOver ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
        )}
      >
        {fraction === undefined ? (
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
              value={fraction * 100}
              valueText={`${Math.round(fraction * 100)} %`}
            />
            <Button onClick={() => currentUpload.current?.cancel()}>Cancel</Button>
          </div>
        )}
        <input
          ref={input}
          type="file"
          aria-label="File to import"
          className="sr-only"
          tabIndex={-1}
          onChange={uploadFromInput}
        />
      </div>
      <FormError>{problem}</FormError>
    </section>
  )
}
