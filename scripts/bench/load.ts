import { performance } from 'node:perf_hooks'

export interface Load {
  /** Calls ended per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p95: number
  latencies: number[]
}

/**
 * So many callers, each calling again as soon as it has its answer, for a time; the first half
 * second warms up and does not count.
 */
export async function closedLoop(
  callers: number,
  ms: number,
  call: (caller: number) => Promise<unknown>,
): Promise<Load> {
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
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { rate: (latencies.length / ms) * 1000, p50: at(0.5), p95: at(0.95), latencies }
}
