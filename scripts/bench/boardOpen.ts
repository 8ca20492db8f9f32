import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { projectOf } from '@/server/access/enter'
import { board } from '@/server/queries/board'
import { type Bench, quantile, type Result, short } from './result'
import { makeProject, makeWorld } from './world'

const SIZES = [100, 1_000, 10_000, 100_000]
const TIMES = 200

/** What the server spends on opening a board, and what it sends, by the project's size. */
export const boardOpen: Bench = async (machine) => {
  const world = await makeWorld()
  const scopes = []
  for (const size of SIZES) {
    machine.say(`making ${size} tasks`)
    const { key } = await makeProject(world, size)
    const scope = await projectOf(world.scope, key)
    if (scope) scopes.push({ size, scope, times: [] as number[], bytes: 0 })
  }
  machine.say('opening the boards in turn')
  for (let i = -20; i < TIMES; i++) {
    for (const each of scopes) {
      const began = performance.now()
      const json = JSON.stringify(await board(each.scope))
      if (i >= 0) each.times.push(performance.now() - began)
      if (i === 0) each.bytes = gzipSync(json).length
    }
  }
  const base = quantile(scopes[0]?.times ?? [], 0.5)
  const results: Record<string, Result> = {}
  for (const { size, times, bytes } of scopes) {
    const ratio = quantile(times, 0.5) / base
    results[`board.open.${size}`] = {
      value: short(quantile(times, 0.5)),
      unit: 'ms (p50)',
      limit: short(base),
      ratio: short(ratio),
      goal: 'at most 1.5 × a board of 100, under 60 KB gzipped',
      met: ratio <= 1.5 && bytes < 60_000,
      p95: short(quantile(times, 0.95)),
      bytes,
    }
  }
  return results
}
