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

/** Used by Toaster: `onFirst` runs when there is something to show for the first time. */
export function onFirstToast(onFirst: () => void): () => void {
  onFirstQueued = onFirst
  if (queuedToasts.length > 0) onFirst()
  return () => {
    onFirstQueued = undefined
  }
}

/** Used by the component that draws toasts: receives all queued toasts, then each further one. */
export function subscribeToToasts(read: ToastListener): () => void {
  listener = read
  for (const message of queuedToasts.splice(0)) read(message)
  return () => {
    listener = undefined
  }
}

/** Short messages at the edge of the screen, with at most one action. */
export const toast = {
  /** Reports a success; `undo` reverts it. */
  success: (text: string, { detail, undo }: { detail?: string; undo?: () => void } = {}) =>
    show('success', text, { detail, action: undo && { label: 'Undo', run: undo } }),

  /** Reports something worth knowing, with a custom action. */
  info: (text: string, rest: { detail?: string; action?: ToastMessage['action'] } = {}) =>
    show('info', text, rest),

  /**
   * Reports a failure: `text` says what failed, `detail` what it means, `retry` tries again. Stays
   * longer.
   */
  error: (text: string, { detail, retry }: { detail?: string; retry?: () => void } = {}) =>
    show('error', text, { detail, action: retry && { label: 'Try again', run: retry } }),
}
