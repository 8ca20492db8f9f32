import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BenchFixture, BenchProject } from './fixtures'

/** The input of a second process that moves tasks of the same project. */
export interface WorkerInput {
  fixture: BenchFixture
  project: Omit<BenchProject, 'versions'> & { versions: [string, number][] }
  writers: number
}

const WORKER_PROGRAM = fileURLToPath(new URL('./secondProcessMain.ts', import.meta.url))

/** Starts a second process on the same database and project. It ends with this one. */
export async function startSecondProcess(
  given: Omit<WorkerInput, 'project'> & { project: BenchProject },
): Promise<{ run: () => Promise<number[]>; end: () => void }> {
  const child = fork(WORKER_PROGRAM, { execArgv: ['--import', 'tsx'] })
  const { project } = given
  const message: WorkerInput = {
    ...given,
    project: { ...project, versions: [...project.versions] },
  }
  child.send(message)
  await once(child, 'message')
  return {
    /** Runs one round and returns the latencies of its commands in ms. */
    run: async () => {
      child.send('run')
      const [latencies] = await once(child, 'message')
      return latencies
    },
    end: () => child.disconnect(),
  }
}
