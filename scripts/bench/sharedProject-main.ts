import { closeDatabase } from '@/db/client'
import { through } from './moves'
import type { Order } from './sharedProject'
import type { BenchProject } from './world'

// The second process of `moves.hot.two`: takes its order once, then runs when it is told to.
let order: Order | undefined
let project: BenchProject | undefined

process.on('message', async (message: Order | 'run') => {
  if (message !== 'run') {
    order = message
    project = { ...message.project, versions: new Map(message.project.versions) }
    process.send?.('ready')
  } else if (order && project) {
    const load = await through(order.world, [project], order.writers, { first: 1, of: 2 })
    process.send?.(load.latencies)
  }
})
process.on('disconnect', () => void closeDatabase())
