import { performance } from 'node:perf_hooks'
import { quantile } from './benchmarkResult'

export interface LoadResult {
  /** Completed calls per second. */
  rate: number
  /** In milliseconds. */
  p50: number
  p95: number
  latencies: number[]
}

/**
 * Runs concurrent callers for a time, each calling again as soon as it has its response. The first
 * half second warms up and does not count.
 */
export async function closedLoop(
  callers: number,
  ms: number,
  call: (caller: number) => Promise<unknown>,
): Promise<LoadResult> {
  const latencies: number[] = []
  const from = performance.now() + 500
  const until = from + ms
  const loop = async (caller: number) => {
    for (;;) {
      const began = performance.now()
      if (began >= until) return
      await call(caller)
      const ended = performance.now()
      if (began >= from && ended <= until) latencies.push(ended - began)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => loop(caller)))
  const [p50, p95] = [quantile(latencies, 0.5), quantile(latencies, 0.95)]
  return { rate: (latencies.length / ms) * 1000, p50, p95, latencies }
}
