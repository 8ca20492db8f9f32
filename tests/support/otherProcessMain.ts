import { closeDatabase } from '@/db/client'
import type { CommandEnvelope } from '@/domain/commands'
import type { WorkspaceScope } from '@/server/access/scope'
import { execute } from '@/server/write/execute'

// The program of the second server process: executes the commands that its parent sends, until the
// parent disconnects.
process.on(
  'message',
  async (request: { id: number; scope: WorkspaceScope; envelope: CommandEnvelope }) => {
    try {
      const answer = await execute(request.scope, request.envelope)
      process.send?.({ id: request.id, answer })
    } catch (error) {
      if (process.connected) process.send?.({ id: request.id, error: String(error) })
    }
  },
)
process.on('disconnect', () => void closeDatabase())
