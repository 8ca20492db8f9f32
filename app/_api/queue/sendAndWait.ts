import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { CommandQueue } from './commandQueue'

/**
 * Sends a command from a page without a replica. Resolves to the server's result, however long that
 * takes.
 * @throws Error with the server's message when it will never accept the command
 */
export function sendAndWait(
  queue: CommandQueue,
  envelope: CommandEnvelope,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const unsubscribe = queue.subscribe({
      accepts: ({ commandId }) => commandId === envelope.commandId,
      onResult: (_, result) => {
        unsubscribe()
        resolve(result)
      },
      onRejected: (_, message) => {
        unsubscribe()
        reject(new Error(message))
      },
      // Any response of the server, even an error, shows that it is reachable.
      isServerHealthy: () => true,
    })
    void queue.start()
    queue.add(envelope)
  })
}
