import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import { wake } from '../subscribers/wake'
import { type Done, runBatch, type Waiting } from './batch'

type Entry = Waiting & { resolve: (answer: Answer) => void; reject: (error: unknown) => void }

const MOST_AT_ONCE = 500
const TRIES = 6
/** Serialisation failure, deadlock, lock not available, unique violation by another process. */
const RACED = /^(40001|40P01|55P03|23505)$/
/** The connection broke or the server restarts; the ids of the commands make a repeat safe. */
const AWAY = /^(08...|57P0[123]|CONNECTION_\w+|ECONN\w+|EPIPE)$/

// Next bundles this module several times in one process; they share one set of queues.
const shared = globalThis as { concordQueues?: Map<string, Entry[]> }
shared.concordQueues ??= new Map()
const queues = shared.concordQueues

/**
 * Group commit: while a project's batch is on its way, what arrives waits and goes together in
 * the next one.
 */
export function enqueue(waiting: Waiting): Promise<Answer> {
  const { projectId } = waiting.envelope
  const name = `${waiting.scope.workspaceId} ${projectId}`
  return new Promise((resolve, reject) => {
    const entry = { ...waiting, resolve, reject }
    const queue = queues.get(name)
    if (queue) queue.push(entry)
    else {
      queues.set(name, [entry])
      void drain(name, projectId)
    }
  })
}

async function drain(name: string, projectId: Id): Promise<void> {
  // What arrives in the same turn of the event loop belongs together.
  await Promise.resolve()
  for (;;) {
    const batch = queues.get(name)?.splice(0, MOST_AT_ONCE) ?? []
    if (batch.length === 0) break
    await settle(projectId, batch)
  }
  queues.delete(name)
}

/** Runs a batch; one command that the database cannot take is singled out from its neighbours. */
async function settle(projectId: Id, batch: Entry[]): Promise<void> {
  try {
    const done = await tryRun(projectId, batch)
    for (const [i, { resolve }] of batch.entries()) resolve(done.answers[i] as Answer)
    if (done.wrote) wake(projectId, done.seq)
  } catch (error) {
    const alone = batch.length === 1 || AWAY.test(codeOf(error))
    if (alone) for (const each of batch) each.reject(error)
    else for (const each of batch) await settle(projectId, [each])
  }
}

async function tryRun(projectId: Id, batch: Entry[]): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runBatch(projectId, batch)
    } catch (error) {
      const away = AWAY.test(codeOf(error))
      if (attempt === TRIES || !(away || RACED.test(codeOf(error)))) throw error
      await wait((away ? 20 : 2) * 2 ** attempt + Math.random() * 10)
    }
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')
