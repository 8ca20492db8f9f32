import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { Answer } from '@/domain/answer'
import { type Call, callOver } from './callOver'
import { openHouse } from './house'
import { closedLoop, type Load } from './load'
import { MS, next } from './moves'
import { type Bench, median, short } from './result'
import { type BenchProject, makeProject, makeWorld } from './world'

const AT_ONCE = 16
const ROUNDS = 3
const GOAL = 0.6

/**
 * Moves over HTTP and tRPC, signed in, 16 at once; beside them, turn by turn, calls of a procedure
 * that does nothing behind the same check.
 */
export const movesHttp: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 10,000 tasks')
  const project = await makeProject(world, 10_000)
  machine.say('starting the web server')
  const house = await openHouse(machine)
  try {
    const call = callOver(house, await house.signIn(world), AT_ONCE)
    const [moves, pings]: [Load[], Load[]] = [[], []]
    machine.say(`calling and moving, ${AT_ONCE} at once`)
    await closedLoop(AT_ONCE, MS / 2, mover(call, project))
    for (let round = 0; round < ROUNDS; round++) {
      pings.push(await closedLoop(AT_ONCE, MS, pinger(call, project)))
      moves.push(await closedLoop(AT_ONCE, MS, mover(call, project)))
    }
    const middle = (loads: Load[], figure: 'rate' | 'p50' | 'p95') =>
      median(loads.map((load) => load[figure]))
    const ratio = middle(moves, 'rate') / middle(pings, 'rate')
    return {
      'moves.http': {
        value: short(middle(moves, 'rate')),
        unit: 'commands/s',
        limit: short(middle(pings, 'rate')),
        ratio: short(ratio),
        goal: `${GOAL} × an empty procedure`,
        met: ratio >= GOAL,
        p50: short(middle(moves, 'p50')),
        p95: short(middle(moves, 'p95')),
        emptyP50: short(middle(pings, 'p50')),
        emptyP95: short(middle(pings, 'p95')),
      },
    }
  } finally {
    await house.stop()
  }
}

/** The call that does nothing; it sends as many bytes as a move does. */
function pinger(call: Call, project: BenchProject) {
  return () => call('board.ping', moveOf(project))
}

/** Each call moves a task of its own to the top of another column. */
function mover(call: Call, project: BenchProject) {
  return async () => {
    const move = moveOf(project)
    const answer = await call<Answer>('task.move', move)
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
    const version = answer.events[0]?.version ?? move.baseVersion
    project.versions.set(move.taskId, version)
  }
}

const clientId = randomUUID()

/** The input of a move over the API. */
export function moveOf(project: BenchProject) {
  const { projectId } = project
  const { taskId, statusId } = next([project])
  const baseVersion = project.versions.get(taskId) ?? 1
  const place = { end: 'top' }
  return { projectId, commandId: newId(), clientId, taskId, baseVersion, statusId, place }
}
