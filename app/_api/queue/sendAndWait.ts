import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { CommandQueue } from './commandQueue'

/**
 * Queues a command of a page that holds no replica, and gives the server's answer, however long
 * that takes.
 * @throws Error with the server's message when it will never take the command
 */
export function sendAndWait(
  queue: CommandQueue,
  envelope: CommandEnvelope,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const unsubscribe = queue.subscribe({
      onResult: ({ commandId }, result) => {
        if (commandId !== envelope.commandId) return
        unsubscribe()
        resolve(result)
      },
      onRejected: ({ commandId }, message) => {
        if (commandId !== envelope.commandId) return
        unsubscribe()
        reject(new Error(message))
      },
      // An answer of the server, be it that it failed, is a sign of life.
      isServerHealthy: () => true,
    })
    void queue.start()
    queue.add(envelope)
  })
}
