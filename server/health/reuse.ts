const TIMEOUT_MS = 2_000
/**
 * How long an answer is reused, in milliseconds. It must be noticed soon that a part has failed, but
 * each check costs the database a query over all projects, and a hosted realtime server may charge.
 */
const REUSE_MS = 5_000

/**
 * Returns a check whose outcome is reused for some seconds. Only one runs at a time, however long it
 * takes: a time limit ends the waiting for an answer, not the query, and requests to a slow database
 * would otherwise use up its connections.
 */
export function reuse<T>(check: () => PromiseLike<T>): () => Promise<T> {
  let last: { startedAt: number; isRunning: boolean; outcome: Promise<T> } | undefined
  return () => {
    if (last && (last.isRunning || Date.now() - last.startedAt <= REUSE_MS)) return last.outcome
    const started = { startedAt: Date.now(), isRunning: true, outcome: run(check) }
    const onEnd = () => {
      started.isRunning = false
    }
    started.outcome.then(onEnd, onEnd)
    last = started
    return started.outcome
  }
}

/** Also turns an immediate error into a rejection, and runs a lazy query of Drizzle only once. */
const run = async <T>(check: () => PromiseLike<T>): Promise<T> => check()

/** Returns the result of a check; null when it fails or does not answer within the time limit. */
export async function resultInTime<T>(check: () => Promise<T>): Promise<{ value: T } | null> {
  const timeout = new Promise<null>((done) => setTimeout(done, TIMEOUT_MS, null).unref())
  const result = check().then(
    (value) => ({ value }),
    () => null,
  )
  return Promise.race([result, timeout])
}
