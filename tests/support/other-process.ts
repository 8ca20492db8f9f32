import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import type { WorkspaceScope } from '@/server/access/scope'

const PROGRAM = fileURLToPath(new URL('./other-process-main.ts', import.meta.url))

export type Execute = (scope: WorkspaceScope, envelope: Envelope) => Promise<Answer>

/**
 * A second server process on the same database: its `execute` has connections and a queue of its
 * own, so that the two can only agree through PostgreSQL. Ends with the test file.
 */
export function otherProcess(databaseUrl: string): Execute {
  const child = fork(PROGRAM, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const waiting = new Map<number, { resolve: (a: Answer) => void; reject: (e: Error) => void }>()
  let last = 0
  child.on('message', (reply: { id: number; answer?: Answer; error?: string }) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.answer) asked?.resolve(reply.answer)
    else asked?.reject(new Error(reply.error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The process ended: ${code}.`))
  })
  afterAll(() => ended(child))
  return (scope, envelope) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      child.send({ id, scope, envelope })
    })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
  })
}
