import { closeDatabase } from '@/db/client'
import type { Envelope } from '@/domain/commands'
import type { WorkspaceScope } from '@/server/access/scope'
import { execute } from '@/server/execute/execute'

// The program of a second server process: executes what its parent sends, until that goes away.
process.on('message', async (asked: { id: number; scope: WorkspaceScope; envelope: Envelope }) => {
  try {
    const answer = await execute(asked.scope, asked.envelope)
    process.send?.({ id: asked.id, answer })
  } catch (error) {
    if (process.connected) process.send?.({ id: asked.id, error: String(error) })
  }
})
process.on('disconnect', () => void closeDatabase())
