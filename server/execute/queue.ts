import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import { Problem } from '../access/problem'
import { wake } from '../subscribers/wake'
import { type Done, runBatch, type Waiting } from './batch'

type Entry = Waiting & { resolve: (answer: Answer) => void; reject: (error: unknown) => void }

const MOST_AT_ONCE = 500
/** Behind so many nobody waits: the sender is asked to come again. */
const MOST_WAITING = 10_000
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
 * @throws Problem (too-many) when the queue is full
 */
export function enqueue(waiting: Waiting): Promise<Answer> {
  const { projectId } = waiting.envelope
  const name = `${waiting.scope.workspaceId} ${projectId}`
  return new Promise((resolve, reject) => {
    const entry = { ...waiting, resolve, reject }
    const queue = queues.get(name)
    if (queue && queue.length >= MOST_WAITING) reject(full())
    else if (queue) queue.push(entry)
    else {
      queues.set(name, [entry])
      void drain(name, projectId)
    }
  })
}

const full = () =>
  new Problem('too-many', 'Too many changes wait for this project. Try again in a moment.')

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

/**
 * Runs a batch; a command that the database cannot take is singled out from its neighbours, by
 * halves: a few more tries, not one for each of them.
 */
async function settle(projectId: Id, batch: Entry[]): Promise<void> {
  try {
    const done = await tryRun(projectId, batch)
    for (const [i, { resolve }] of batch.entries()) resolve(done.answers[i] as Answer)
    if (done.wrote) wake(projectId, done.seq)
  } catch (error) {
    const alone = batch.length === 1 || AWAY.test(codeOf(error))
    if (alone) for (const each of batch) each.reject(error)
    else {
      const half = batch.length >> 1
      await settle(projectId, batch.slice(0, half))
      await settle(projectId, batch.slice(half))
    }
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
