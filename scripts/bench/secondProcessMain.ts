import { closeDatabase } from '@/db/client'
import type { BenchProject } from './fixtures'
import { runMoves } from './runMoves'
import type { WorkerInput } from './secondProcess'

// The second process of `moves.hot.two`: receives its input once, then runs on each message.
let input: WorkerInput | undefined
let project: BenchProject | undefined

process.on('message', async (message: WorkerInput | 'run') => {
  if (message !== 'run') {
    input = message
    project = { ...message.project, versions: new Map(message.project.versions) }
    process.send?.('ready')
  } else if (input && project) {
    const load = await runMoves(input.fixture, [project], input.writers, { index: 1, count: 2 })
    process.send?.(load.latencies)
  }
})
process.on('disconnect', () => void closeDatabase())
