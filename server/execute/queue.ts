import { setImmediate as endOfTurn, setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '@/domain/answer'
import { Problem } from '../access/problem'
import { tellWindows } from '../people/timer'
import { wake } from '../subscribers/wake'
import { type Done, runBatch } from './batch'
import { type Entry, Lines } from './lines'
import type { Waiting } from './part'

/** Behind so many nobody waits: the sender is asked to come again. */
const MOST_WAITING = 10_000
const MOST_AT_ONCE = { commands: 500, projects: 64 }
/** Batches under way at the same time. */
const LANES = 2
const TRIES = 6
/** Serialisation failure, deadlock, lock not available, unique violation by another process. */
const RACED = /^(40001|40P01|55P03|23505)$/
/** The connection broke or the server restarts; the ids of the commands make a repeat safe. */
const AWAY = /^(08...|57P0[123]|CONNECTION_\w+|ECONN\w+|EPIPE)$/

// Next bundles this module several times in one process; they share the lines and the lanes.
const shared = globalThis as { concordQueue?: { lines: Lines; lanes: number } }
shared.concordQueue ??= { lines: new Lines(), lanes: 0 }
const queue = shared.concordQueue

/**
 * Group commit: while a project's batch is on its way, what arrives waits and goes together in
 * the next one; what waits for several projects goes together too.
 * @throws Problem (too-many) when too many wait for the project
 */
export function enqueue(waiting: Waiting): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (queue.lines.length(waiting) >= MOST_WAITING) return reject(full())
    queue.lines.add({ ...waiting, resolve, reject })
    if (queue.lanes < LANES) void lane()
  })
}

const full = () =>
  new Problem('too-many', 'Too many changes wait for this project. Try again in a moment.')

async function lane(): Promise<void> {
  queue.lanes++
  for (;;) {
    // What arrives in the same turn of the event loop belongs together.
    await endOfTurn()
    const batch = queue.lines.take(MOST_AT_ONCE)
    if (batch.length === 0) break
    await settle(batch)
    queue.lines.release(batch)
  }
  queue.lanes--
}

/**
 * Runs a batch; a command that the database cannot take is singled out from its neighbours, by
 * halves: a few more tries, not one for each of them.
 */
async function settle(batch: Entry[]): Promise<void> {
  try {
    const { answers, reached, watches } = await tryRun(batch)
    for (const entry of batch) entry.resolve(answers.get(entry) as Answer)
    for (const [projectId, seq] of reached) wake(projectId, seq)
    for (const personId of watches) tellWindows(personId)
  } catch (error) {
    const alone = batch.length === 1 || AWAY.test(codeOf(error))
    if (alone) for (const each of batch) each.reject(error)
    else {
      const half = batch.length >> 1
      await settle(batch.slice(0, half))
      await settle(batch.slice(half))
    }
  }
}

async function tryRun(batch: Entry[]): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runBatch(batch)
    } catch (error) {
      const away = AWAY.test(codeOf(error))
      if (attempt === TRIES || !(away || RACED.test(codeOf(error)))) throw error
      await wait((away ? 20 : 2) * 2 ** attempt + Math.random() * 10)
    }
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')
