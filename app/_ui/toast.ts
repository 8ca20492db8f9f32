import { announce } from './LiveRegion'

export type ToastKind = 'success' | 'info' | 'error'

export type ToastMessage = {
  id: number
  kind: ToastKind
  text: string
  detail?: string
  action?: { label: string; run: () => void }
}

type ToastListener = (message: ToastMessage) => void

const queuedToasts: ToastMessage[] = []
let listener: ToastListener | undefined
let onFirstQueued: (() => void) | undefined
let lastId = 0

function show(kind: ToastKind, text: string, rest: Partial<ToastMessage> = {}): void {
  lastId += 1
  const message = { id: lastId, kind, text, ...rest }
  if (listener) {
    listener(message)
    return
  }
  queuedToasts.push(message)
  if (onFirstQueued) onFirstQueued()
  else announce(text, 'assertive')
}

/** Called by Toaster: `onFirst` runs when there is first something to show. */
export function onFirstToast(onFirst: () => void): () => void {
  onFirstQueued = onFirst
  if (queuedToasts.length > 0) onFirst()
  return () => {
    onFirstQueued = undefined
  }
}

/** Called by what draws the toasts: gets all that waits, then every further one. */
export function subscribeToToasts(read: ToastListener): () => void {
  listener = read
  for (const message of queuedToasts.splice(0)) read(message)
  return () => {
    listener = undefined
  }
}

/** Short messages at the edge of the screen, with one action at most. */
export const toast = {
  /** Something was done; `undo` puts it back. */
  success: (text: string, { detail, undo }: { detail?: string; undo?: () => void } = {}) =>
    show('success', text, { detail, action: undo && { label: 'Undo', run: undo } }),

  /** Something worth knowing, with an action of your own. */
  info: (text: string, rest: { detail?: string; action?: ToastMessage['action'] } = {}) =>
    show('info', text, rest),

  /** Something failed: `text` says what, `detail` what it means, `retry` tries again. Stays longer. */
  error: (text: string, { detail, retry }: { detail?: string; retry?: () => void } = {}) =>
    show('error', text, { detail, action: retry && { label: 'Try again', run: retry } }),
}
