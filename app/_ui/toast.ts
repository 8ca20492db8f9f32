import { announce } from './LiveRegion'

export type ToastKind = 'done' | 'info' | 'failed'

export type ToastMessage = {
  id: number
  kind: ToastKind
  text: string
  detail?: string
  action?: { label: string; press: () => void }
}

type Reader = (message: ToastMessage) => void

const waiting: ToastMessage[] = []
let reader: Reader | undefined
let wake: (() => void) | undefined
let count = 0

function show(kind: ToastKind, text: string, rest: Partial<ToastMessage> = {}): void {
  count += 1
  const message = { id: count, kind, text, ...rest }
  if (reader) {
    reader(message)
    return
  }
  waiting.push(message)
  if (wake) wake()
  else announce(text, 'assertive')
}

/** Called by Toaster: `onFirst` runs when there is first something to show. */
export function onFirstToast(onFirst: () => void): () => void {
  wake = onFirst
  if (waiting.length > 0) onFirst()
  return () => {
    wake = undefined
  }
}

/** Called by what draws the toasts: gets all that waits, then every further one. */
export function readToasts(read: Reader): () => void {
  reader = read
  for (const message of waiting.splice(0)) read(message)
  return () => {
    reader = undefined
  }
}

/** Short messages at the edge of the screen, with one action at most. */
export const toast = {
  /** Something was done; `undo` puts it back. */
  done: (text: string, { detail, undo }: { detail?: string; undo?: () => void } = {}) =>
    show('done', text, { detail, action: undo && { label: 'Undo', press: undo } }),

  /** Something worth knowing, with an action of your own. */
  info: (text: string, rest: { detail?: string; action?: ToastMessage['action'] } = {}) =>
    show('info', text, rest),

  /** Something failed: `text` says what, `detail` what it means, `retry` tries again. Stays longer. */
  failed: (text: string, { detail, retry }: { detail?: string; retry?: () => void } = {}) =>
    show('failed', text, { detail, action: retry && { label: 'Try again', press: retry } }),
}
