'use client'

import { type ReactNode, useRef, useState } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The question, for example "Remove the status Review?" */
  title: string
  /** Explains the consequences. */
  children?: ReactNode
  /** A verb, for example "Remove status". */
  confirmLabel: string
  danger?: boolean
  /** A rejected promise keeps the dialog open and shows its message. */
  onConfirm: () => void | Promise<void>
}

/** Asks for confirmation of an action that cannot be undone. The focus starts on Cancel. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()

  const confirm = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      await props.onConfirm()
      props.onOpenChange(false)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      kind="alert"
      width="small"
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={() => props.onOpenChange(false)}>
            Cancel
          </Button>
          <Button tone={props.danger ? 'danger' : 'primary'} pending={pending} onClick={confirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-muted">{props.children}</div>
      {failure ? (
        <p role="alert" className="mt-2 text-danger-ink">
          {failure}
        </p>
      ) : null}
    </Dialog>
  )
}
