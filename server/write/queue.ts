import { setImmediate as endOfTurn, setTimeout as wait } from 'node:timers/promises'
import type { CommandResult } from '@/domain/commandResult'
import { ApiError } from '@/server/access/apiError'
import { countCommands } from '@/server/observability/metrics'
import { signalNewEvents } from '@/server/projections/newEventsSignal'
import { notifyTimerChanged } from '@/server/time/timer'
import { type BatchResult, runBatch } from './batch'
import type { SubmittedCommand } from './projectBatch'
import { ProjectQueues, type QueueEntry } from './projectQueues'

/** The longest queue of a project; further commands are rejected as rate-limited. */
const MAX_QUEUED = 10_000
const BATCH_LIMITS = { commands: 500, projects: 64 }
/** Batches that run at the same time. */
const MAX_CONCURRENT_BATCHES = 2
const MAX_ATTEMPTS = 6
/**
 * Serialisation failure, deadlock, lock not available, unique violation: another process was
 * faster.
 */
const RACE_ERROR = /^(40001|40P01|55P03|23505)$/
/**
 * The connection broke or the server restarts. Repeating is safe, because commands are idempotent
 * by id.
 */
const CONNECTION_ERROR = /^(08...|57P0[123]|CONNECTION_\w+|ECONN\w+|EPIPE)$/

// Next bundles this module several times into one process; all copies must share the queues.
const shared = globalThis as { concordQueue?: { queues: ProjectQueues; runningBatches: number } }
shared.concordQueue ??= { queues: new ProjectQueues(), runningBatches: 0 }
const queue = shared.concordQueue

/**
 * Queues a command and resolves with its result. Commands that arrive while a batch of their
 * project runs are committed together in the next batch, which may hold several projects.
 * @throws ApiError (rate-limited) when the project's queue is full
 */
export function enqueue(submitted: SubmittedCommand): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    if (queue.queues.length(submitted) >= MAX_QUEUED) return reject(queueFullError())
    queue.queues.add({ ...submitted, resolve, reject })
    if (queue.runningBatches < MAX_CONCURRENT_BATCHES) void drainQueues()
  })
}

const queueFullError = () =>
  new ApiError('rate-limited', 'Too many pending changes in this project. Try again in a moment.')

/** Returns the number of commands that wait in this process. */
export const queueLength = () => queue.queues.totalLength()

async function drainQueues(): Promise<void> {
  queue.runningBatches++
  for (;;) {
    // Commands that arrive in the same turn of the event loop go into the same batch.
    await endOfTurn()
    const batch = queue.queues.dequeueBatch(BATCH_LIMITS)
    if (batch.length === 0) break
    await settleBatch(batch)
    queue.queues.release(batch)
  }
  queue.runningBatches--
}

/**
 * Runs a batch and resolves its commands. When the database rejects it, the batch is split in half
 * repeatedly until the failing command is alone, so that the others succeed after few extra
 * attempts. When the connection fails, all commands of the batch fail.
 */
async function settleBatch(batch: QueueEntry[]): Promise<void> {
  try {
    const { results, seqByProject, timerOwners } = await runWithRetries(batch)
    for (const entry of batch) entry.resolve(resultOf(entry, results))
    countCommands(
      Array.from(results, ([{ envelope }, { outcome }]) => ({
        type: envelope.command.type,
        outcome,
      })),
    )
    for (const [projectId, seq] of seqByProject) signalNewEvents(projectId, seq)
    for (const personId of timerOwners) notifyTimerChanged(personId)
  } catch (error) {
    const isFinal = batch.length === 1 || CONNECTION_ERROR.test(errorCodeOf(error))
    if (isFinal) {
      for (const each of batch) each.reject(error)
      countCommands(
        batch.map(({ envelope }) => ({ type: envelope.command.type, outcome: 'failed' })),
      )
    } else {
      const half = batch.length >> 1
      await settleBatch(batch.slice(0, half))
      await settleBatch(batch.slice(half))
    }
  }
}

function resultOf(entry: QueueEntry, results: BatchResult['results']): CommandResult {
  const result = results.get(entry)
  if (!result) throw new Error(`The batch has no result for command ${entry.envelope.commandId}.`)
  return result
}

async function runWithRetries(batch: QueueEntry[]): Promise<BatchResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runBatch(batch)
    } catch (error) {
      const isConnectionLost = CONNECTION_ERROR.test(errorCodeOf(error))
      if (attempt === MAX_ATTEMPTS || !(isConnectionLost || RACE_ERROR.test(errorCodeOf(error))))
        throw error
      await wait((isConnectionLost ? 20 : 2) * 2 ** attempt + Math.random() * 10)
    }
  }
}

/**
 * Returns the error code of the database or the network. Drizzle keeps the driver's error as the
 * cause.
 */
const errorCodeOf = (error: unknown) => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return String(code ?? cause?.code ?? '')
}
