import { userMessages } from '@/app/_api/userMessages'

const CHANNEL_NAME = 'concord.timer'

/** Notifies the browser's other windows that the timer has changed. */
export function broadcastTimerChange(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.postMessage('changed')
  channel.close()
}

/**
 * Calls back when the timer may have changed: after a message from another window or from the
 * server on the user's channel, or when this window becomes visible.
 */
export function onTimerChange(listener: () => void): () => void {
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL_NAME)
  if (channel) channel.onmessage = listener
  const onVisible = () => {
    if (document.visibilityState === 'visible') listener()
  }
  const unsubscribe = userMessages.subscribe((name) => {
    if (name === 'timer-changed') listener()
  })
  document.addEventListener('visibilitychange', onVisible)
  window.addEventListener('focus', onVisible)
  return () => {
    channel?.close()
    unsubscribe()
    document.removeEventListener('visibilitychange', onVisible)
    window.removeEventListener('focus', onVisible)
  }
}
