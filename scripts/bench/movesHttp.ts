import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import { type Benchmark, median, roundToThreeDigits } from './benchmarkResult'
import { closedLoop, type LoadResult } from './closedLoop'
import { type BenchProject, createBenchFixture, createBenchProject } from './fixtures'
import { createHttpClient, type ProcedureCall } from './httpClient'
import { DURATION_MS, nextMove } from './runMoves'
import { startTestServer } from './testServer'

const CONCURRENT_CALLS = 16
const ROUNDS = 3
const GOAL = 0.6

/**
 * Moves over HTTP and tRPC, signed in, 16 at once, alternating with calls of a procedure that only
 * does the same authorization.
 */
export const movesHttp: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  environment.say('making 10,000 tasks')
  const project = await createBenchProject(fixture, 10_000)
  environment.say('starting the web server')
  const testServer = await startTestServer(environment)
  try {
    const call = createHttpClient(testServer, await testServer.signIn(fixture), CONCURRENT_CALLS)
    const [moves, pings]: [LoadResult[], LoadResult[]] = [[], []]
    environment.say(`calling and moving, ${CONCURRENT_CALLS} at once`)
    await closedLoop(CONCURRENT_CALLS, DURATION_MS / 2, createMover(call, project))
    for (let round = 0; round < ROUNDS; round++) {
      pings.push(await closedLoop(CONCURRENT_CALLS, DURATION_MS, createPinger(call, project)))
      moves.push(await closedLoop(CONCURRENT_CALLS, DURATION_MS, createMover(call, project)))
    }
    const middle = (loads: LoadResult[], figure: 'rate' | 'p50' | 'p95') =>
      median(loads.map((load) => load[figure]))
    const ratio = middle(moves, 'rate') / middle(pings, 'rate')
    return {
      'moves.http': {
        value: roundToThreeDigits(middle(moves, 'rate')),
        unit: 'commands/s',
        baseline: roundToThreeDigits(middle(pings, 'rate')),
        ratio: roundToThreeDigits(ratio),
        goal: `${GOAL} × an empty procedure`,
        met: ratio >= GOAL,
        p50: roundToThreeDigits(middle(moves, 'p50')),
        p95: roundToThreeDigits(middle(moves, 'p95')),
        emptyP50: roundToThreeDigits(middle(pings, 'p50')),
        emptyP95: roundToThreeDigits(middle(pings, 'p95')),
      },
    }
  } finally {
    await testServer.stop()
  }
}

/** Returns a call that does nothing but sends as many bytes as a move. */
function createPinger(call: ProcedureCall, project: BenchProject) {
  return () => call('board.ping', moveInput(project))
}

/** Returns a call that moves a task of its own to the top of another column. */
function createMover(call: ProcedureCall, project: BenchProject) {
  return async () => {
    const move = moveInput(project)
    const answer = await call<CommandResult>('task.move', move)
    if (answer.outcome === 'rejected') throw new Error(JSON.stringify(answer))
    const version = answer.events[0]?.version ?? move.baseVersion
    project.versions.set(move.taskId, version)
  }
}

const clientId = randomUUID()

/** Returns the input of a move over the API. */
export function moveInput(project: BenchProject) {
  const { projectId } = project
  const { taskId, statusId } = nextMove([project])
  const baseVersion = project.versions.get(taskId) ?? 1
  const position = { end: 'top' }
  return { projectId, commandId: newId(), clientId, taskId, baseVersion, statusId, position }
}
