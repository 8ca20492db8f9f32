import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import { loadBoard } from '@/server/queries/board'
import {
  type Benchmark,
  type BenchmarkResult,
  quantile,
  roundToThreeDigits,
} from './benchmarkResult'
import { createBenchFixture, createBenchProject } from './fixtures'

const SIZES = [100, 1_000, 10_000, 100_000]
const SAMPLES = 200

/**
 * The server's time for opening a board and the size of its response, by the size of the project.
 */
export const boardOpen: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const scopes = []
  for (const size of SIZES) {
    environment.say(`making ${size} tasks`)
    const { key } = await createBenchProject(fixture, size)
    const scope = await authorizeProjectInWorkspace(fixture.scope, key)
    if (scope) scopes.push({ size, scope, times: [] as number[], bytes: 0 })
  }
  environment.say('opening the boards in turn')
  for (let i = -20; i < SAMPLES; i++) {
    for (const each of scopes) {
      const began = performance.now()
      const json = JSON.stringify(await loadBoard(each.scope))
      if (i >= 0) each.times.push(performance.now() - began)
      if (i === 0) each.bytes = gzipSync(json).length
    }
  }
  const base = quantile(scopes[0]?.times ?? [], 0.5)
  const results: Record<string, BenchmarkResult> = {}
  for (const { size, times, bytes } of scopes) {
    const ratio = quantile(times, 0.5) / base
    results[`board.open.${size}`] = {
      value: roundToThreeDigits(quantile(times, 0.5)),
      unit: 'ms (p50)',
      baseline: roundToThreeDigits(base),
      ratio: roundToThreeDigits(ratio),
      goal: 'at most 1.5 × a board of 100, under 60 KB gzipped',
      met: ratio <= 1.5 && bytes < 60_000,
      p95: roundToThreeDigits(quantile(times, 0.95)),
      bytes,
    }
  }
  return results
}
