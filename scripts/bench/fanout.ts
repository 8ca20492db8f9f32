import { Agent } from 'node:http'
import Pusher from 'pusher'
import { v7 as newId } from 'uuid'
import type { Answer } from '@/domain/answer'
import type { LoggedEvent } from '@/domain/events'
import { eventsChannel } from '@/server/subscribers/broadcast'
import { messagesFor } from '@/server/subscribers/messages'
import { callOver } from './callOver'
import { type House, openHouse } from './house'
import { Listeners } from './listeners'
import { moveOf } from './movesHttp'
import { type Bench, median, quantile, type Result, short } from './result'
import { type BenchProject, makeProject, makeWorld } from './world'

const SUBSCRIBERS = [1, 200, 1_000]
const ROUNDS = 3
const SAMPLES = 60
const WARM_UP = 10
const GOAL = { at: 200, times: 3, ms: 20 }

/** From a command's request to its event in the last of so many `pusher-js` subscribers. */
export const fanout: Bench = async (machine) => {
  const world = await makeWorld()
  const project = await makeProject(world, 1_000)
  machine.say('starting the web server')
  const house = await openHouse(machine)
  const channel = eventsChannel(project.projectId)
  const listeners = new Listeners(channel, house.realtime)
  try {
    const move = mover(project, callOver(house, await house.signIn(world), 1), listeners)
    const publish = publisher(house, channel, listeners)
    const results: Record<string, Result> = {}
    for (const count of SUBSCRIBERS) {
      machine.say(`telling ${count}`)
      await listeners.growTo(count)
      const [moves, bare]: [number[][], number[][]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        const [told, published]: [number[], number[]] = [[], []]
        for (let i = -WARM_UP; i < SAMPLES; i++) {
          const { ms, event } = await move()
          const bareMs = await publish(event)
          if (i >= 0) told.push(ms)
          if (i >= 0) published.push(bareMs)
        }
        moves.push(told)
        bare.push(published)
      }
      results[`fanout.${count}`] = resultOf(count, moves, bare)
    }
    return results
  } finally {
    listeners.end()
    await house.stop()
  }
}

function resultOf(count: number, moves: number[][], bare: number[][]): Result {
  const at = (rounds: number[][], share: number) =>
    median(rounds.map((samples) => quantile(samples, share)))
  const held = count === GOAL.at
  const [value, limit] = [at(moves, 0.95), at(bare, 0.95)]
  return {
    value: short(value),
    unit: 'ms (p95)',
    limit: short(limit),
    ratio: short(value / limit),
    goal: held
      ? `within ${GOAL.times} × a bare publish, under ${GOAL.ms} ms`
      : `none; the goal is at ${GOAL.at}`,
    met: !held || (value / limit <= GOAL.times && value < GOAL.ms),
    p50: short(at(moves, 0.5)),
    bareP50: short(at(bare, 0.5)),
  }
}

/** Moves a task over the API; gives the ms until the last subscriber had the event. */
function mover(project: BenchProject, call: ReturnType<typeof callOver>, listeners: Listeners) {
  return async () => {
    const input = moveOf(project)
    const heard = listeners.lastToHear(input.commandId)
    const began = process.hrtime.bigint()
    const { events } = await call<Answer>('task.move', input)
    const [event] = events
    if (!event) throw new Error('A move came to nothing.')
    project.versions.set(input.taskId, event.version ?? input.baseVersion)
    return { ms: msBetween(began, await heard), event }
  }
}

/** Publishes an event's message with the official library alone; the same bytes but for an id. */
function publisher({ realtime }: House, channel: string, listeners: Listeners) {
  const { appId, key, secret, port } = realtime
  const agent = new Agent({ keepAlive: true })
  const options = {
    appId,
    key,
    secret,
    host: '127.0.0.1',
    port: String(port),
    useTLS: false,
    agent,
  }
  const client = new Pusher(options)
  return async (event: LoggedEvent) => {
    const commandId = newId()
    const batch = messagesFor([{ ...event, commandId }]).map((data) => ({
      channel,
      name: 'events',
      data,
    }))
    const heard = listeners.lastToHear(commandId)
    const began = process.hrtime.bigint()
    await client.triggerBatch(batch)
    return msBetween(began, await heard)
  }
}

const msBetween = (from: bigint, to: bigint) => Number(to - from) / 1e6
