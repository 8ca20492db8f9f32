import { personal } from '@/app/_client/personal'

const NAME = 'concord.timer'

/** Tells the other windows of this browser that the timer is another one. */
export function tellWindows(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(NAME)
  channel.postMessage('changed')
  channel.close()
}

/**
 * Calls back when the timer may be another one: told by other windows of this browser, by the
 * server on the person's own channel, or because this window comes into sight.
 */
export function onTimerChange(then: () => void): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)
  if (channel) channel.onmessage = then
  const seen = () => {
    if (document.visibilityState === 'visible') then()
  }
  const forget = personal.add((name) => {
    if (name === 'timer') then()
  })
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('focus', seen)
  return () => {
    channel?.close()
    forget()
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('focus', seen)
  }
}
