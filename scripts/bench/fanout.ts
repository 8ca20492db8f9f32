import { Agent } from 'node:http'
import Pusher from 'pusher'
import { v7 as newId } from 'uuid'
import type { CommandResult } from '@/domain/commandResult'
import type { StoredEvent } from '@/domain/events'
import { projectChannel } from '@/server/publish/broadcast'
import { packEvents } from '@/server/publish/eventMessages'
import {
  type Benchmark,
  type BenchmarkResult,
  median,
  quantile,
  roundToThreeDigits,
} from './benchmarkResult'
import { type BenchProject, createBenchFixture, createBenchProject } from './fixtures'
import { createHttpClient } from './httpClient'
import { moveInput } from './movesHttp'
import { PusherClients } from './pusherClients'
import { startTestServer, type TestServer } from './testServer'

const CLIENT_COUNTS = [1, 200, 1_000]
const ROUNDS = 3
const SAMPLES = 60
const WARM_UP = 10
const GOAL = { clients: 200, maxRatio: 3, maxMs: 20 }

/**
 * Measures the time from a command's request to its event in the last of many `pusher-js`
 * subscribers.
 */
export const fanout: Benchmark = async (environment) => {
  const fixture = await createBenchFixture()
  const project = await createBenchProject(fixture, 1_000)
  environment.say('starting the web server')
  const testServer = await startTestServer(environment)
  const channel = projectChannel(project.projectId)
  const listeners = new PusherClients(channel, testServer.realtime)
  try {
    const move = createMover(
      project,
      createHttpClient(testServer, await testServer.signIn(fixture), 1),
      listeners,
    )
    const publish = createPublisher(testServer, channel, listeners)
    const results: Record<string, BenchmarkResult> = {}
    for (const count of CLIENT_COUNTS) {
      environment.say(`publishing to ${count} clients`)
      await listeners.connectUpTo(count)
      const [moves, publishes]: [number[][], number[][]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        const [commandLatencies, publishLatencies]: [number[], number[]] = [[], []]
        for (let i = -WARM_UP; i < SAMPLES; i++) {
          const { ms, event } = await move()
          const bareMs = await publish(event)
          if (i >= 0) commandLatencies.push(ms)
          if (i >= 0) publishLatencies.push(bareMs)
        }
        moves.push(commandLatencies)
        publishes.push(publishLatencies)
      }
      results[`fanout.${count}`] = toResult(count, moves, publishes)
    }
    return results
  } finally {
    listeners.close()
    await testServer.stop()
  }
}

function toResult(count: number, moves: number[][], publishes: number[][]): BenchmarkResult {
  const at = (rounds: number[][], share: number) =>
    median(rounds.map((samples) => quantile(samples, share)))
  const hasGoal = count === GOAL.clients
  const [value, limit] = [at(moves, 0.95), at(publishes, 0.95)]
  return {
    value: roundToThreeDigits(value),
    unit: 'ms (p95)',
    baseline: roundToThreeDigits(limit),
    ratio: roundToThreeDigits(value / limit),
    goal: hasGoal
      ? `within ${GOAL.maxRatio} × a bare publish, under ${GOAL.maxMs} ms`
      : `none; the goal is at ${GOAL.clients}`,
    met: !hasGoal || (value / limit <= GOAL.maxRatio && value < GOAL.maxMs),
    p50: roundToThreeDigits(at(moves, 0.5)),
    publishP50: roundToThreeDigits(at(publishes, 0.5)),
  }
}

/**
 * Returns a function that moves a task over the API and returns the ms until the last subscriber
 * received the event.
 */
function createMover(
  project: BenchProject,
  call: ReturnType<typeof createHttpClient>,
  listeners: PusherClients,
) {
  return async () => {
    const input = moveInput(project)
    const received = listeners.waitForDelivery(input.commandId)
    const began = process.hrtime.bigint()
    const { events } = await call<CommandResult>('task.move', input)
    const [event] = events
    if (!event) throw new Error('A move came to nothing.')
    project.versions.set(input.taskId, event.version ?? input.baseVersion)
    return { ms: msBetween(began, await received), event }
  }
}

/** Publishes an event's message with only the official library. The bytes differ only in an id. */
function createPublisher({ realtime }: TestServer, channel: string, listeners: PusherClients) {
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
  return async (event: StoredEvent) => {
    const commandId = newId()
    const batch = packEvents([{ ...event, commandId }]).map((data) => ({
      channel,
      name: 'events',
      data,
    }))
    const received = listeners.waitForDelivery(commandId)
    const began = process.hrtime.bigint()
    await client.triggerBatch(batch)
    return msBetween(began, await received)
  }
}

const msBetween = (from: bigint, to: bigint) => Number(to - from) / 1e6
