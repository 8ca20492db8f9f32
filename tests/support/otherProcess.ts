import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { WorkspaceScope } from '@/server/access/scope'

const PROCESS_PROGRAM = fileURLToPath(new URL('./otherProcessMain.ts', import.meta.url))

export type Execute = (scope: WorkspaceScope, envelope: CommandEnvelope) => Promise<CommandResult>

/**
 * Starts a second server process on the same database and returns its `execute`. It has its own
 * connections and queue, so the two processes share only PostgreSQL. It ends with the test file.
 */
export function startOtherProcess(databaseUrl: string): Execute {
  const child = fork(PROCESS_PROGRAM, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const waiting = new Map<
    number,
    { resolve: (a: CommandResult) => void; reject: (e: Error) => void }
  >()
  let lastId = 0
  child.on('message', (reply: { id: number; answer?: CommandResult; error?: string }) => {
    const pending = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.answer) pending?.resolve(reply.answer)
    else pending?.reject(new Error(reply.error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The process ended: ${code}.`))
  })
  afterAll(() => stopChild(child))
  return (scope, envelope) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      child.send({ id, scope, envelope })
    })
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
  })
}
