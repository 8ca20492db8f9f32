import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BenchProject, World } from './world'

/** What a second process needs to move tasks of the same project. */
export interface Order {
  world: World
  project: Omit<BenchProject, 'versions'> & { versions: [string, number][] }
  writers: number
}

const PROGRAM = fileURLToPath(new URL('./sharedProject-main.ts', import.meta.url))

/** A second process on the same database and project; ends with this one. */
export async function otherProcess(
  given: Omit<Order, 'project'> & { project: BenchProject },
): Promise<{ run: () => Promise<number[]>; end: () => void }> {
  const child = fork(PROGRAM, { execArgv: ['--import', 'tsx'] })
  const { project } = given
  const order: Order = { ...given, project: { ...project, versions: [...project.versions] } }
  child.send(order)
  await once(child, 'message')
  return {
    /** One round; gives the latencies of its commands in ms. */
    run: async () => {
      child.send('run')
      const [latencies] = await once(child, 'message')
      return latencies
    },
    end: () => child.disconnect(),
  }
}
