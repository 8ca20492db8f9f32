'use client'

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useEffect } from 'react'
import { Toaster as Sonner, toast as sonner } from 'sonner'
import { Button } from './Button'
import { IconButton } from './IconButton'
import { subscribeToToasts, type ToastMessage } from './toast'

const icons = {
  success: <CircleCheck className="size-4 text-accent" />,
  info: <Info className="size-4 text-muted" />,
  error: <CircleAlert className="size-4 text-danger" />,
}

const DURATION_MS = { success: 6000, info: 6000, error: 15_000 }

function Toast({ message, close }: { message: ToastMessage; close: () => void }) {
  const { kind, text, detail, action } = message
  return (
    <div className="flex w-full items-start gap-2.5 rounded-overlay border border-line bg-raised py-2 pr-2 pl-3 text-ui text-text shadow-float md:w-88">
      <span className="mt-1.5">{icons[kind]}</span>
      <div className="min-w-0 grow py-1">
        <p className="font-medium text-pretty">{text}</p>
        {detail ? <p className="text-muted text-pretty">{detail}</p> : null}
      </div>
      {action ? (
        <Button
          size="small"
          className="mt-0.5"
          onClick={() => {
            close()
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton
        size="small"
        className="mt-0.5"
        label="Close message"
        icon={<X className="size-3.5" />}
        onClick={close}
      />
    </div>
  )
}

/** The stack of toasts. Use `toast` from ./toast to add one. */
export function ToastStack() {
  useEffect(
    () =>
      subscribeToToasts((message) => {
        sonner.custom((id) => <Toast message={message} close={() => sonner.dismiss(id)} />, {
          duration: DURATION_MS[message.kind],
        })
      }),
    [],
  )
  return (
    <Sonner
      position="bottom-right"
      visibleToasts={4}
      gap={8}
      style={{ fontFamily: 'inherit' }}
      offset={{ bottom: 'var(--toast-offset)', right: 24 }}
      mobileOffset={{ bottom: 'var(--toast-offset-mobile)', left: 12, right: 12 }}
      containerAriaLabel="Messages"
    />
  )
}
