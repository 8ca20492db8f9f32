import { userMessages } from '@/app/_api/userMessages'

const CHANNEL_NAME = 'concord.timer'

/** Tells the other windows of this browser that the timer is another one. */
export function broadcastTimerChange(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL_NAME)
  channel.postMessage('changed')
  channel.close()
}

/**
 * Calls back when the timer may be another one: told by other windows of this browser, by the
 * server on the person's own channel, or because this window comes into sight.
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
