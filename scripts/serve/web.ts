import { setTimeout as pause } from 'node:timers/promises'
import { type Child, keepRunning } from './child'

export type WebPlan = {
  dev: boolean
  host: string
  port: number
  env: NodeJS.ProcessEnv
  say: (text: string) => void
}

const NEXT = 'node_modules/next/dist/bin/next'
const LONGEST_START_MS = 120_000

/**
 * Starts the web server and gives back when it answers.
 * @throws Error in one sentence when it ends before, or takes too long
 */
export async function startWeb(plan: WebPlan): Promise<Child> {
  const command = process.env.CONCORD_WEB_COMMAND ?? `${NEXT} ${plan.dev ? 'dev' : 'start'}`
  const child = keepRunning({
    name: 'web server',
    args: [...command.split(' '), '-p', String(plan.port), '-H', plan.host],
    env: {
      ...plan.env,
      NODE_ENV: plan.dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    say: plan.say,
  })
  try {
    await untilItAnswers(plan, child)
    return child
  } catch (error) {
    await child.stop()
    throw error
  }
}

async function untilItAnswers(plan: WebPlan, child: Child): Promise<void> {
  const host = plan.host === '0.0.0.0' || plan.host === '::' ? '127.0.0.1' : plan.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${plan.port}/api/health`
  const end = Date.now() + LONGEST_START_MS
  let ended = false
  void child.firstExit.then(() => {
    ended = true
  })
  while (Date.now() < end) {
    const answer = await fetch(address).catch(() => undefined)
    if (answer?.ok) return
    if (ended)
      throw new Error('The web server ended while it was starting; its reason stands above.')
    await pause(50)
  }
  throw new Error(`The web server did not answer at ${address} within two minutes.`)
}
