import { closeDatabase } from '@/db/client'
import { byHand } from './byHand'
import { closedLoop } from './load'
import { type Bench, type Machine, medianOfThree, short } from './result'
import { type BenchProject, makeProject, makeWorld, send, type World } from './world'

const WRITERS = 64
const MS = 3000
const COLUMNS = ['todo', 'in-progress', 'review', 'done']

/** 64 writers on one project of 10,000 tasks. */
export const movesHot: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 10,000 tasks')
  const project = await makeProject(world, 10_000)
  machine.say('moving by hand on 1, 4, 16 and 64 connections')
  const limits: Record<number, number> = {}
  for (const connections of [1, 4, 16, 64]) {
    limits[connections] = await handRate(machine, world, [project], connections)
  }
  const limit = Math.max(...Object.values(limits))
  machine.say('moving through execute')
  const { rate, p50, p95 } = await medianOfThree(
    () => through(world, [project]),
    (r) => r.rate,
  )
  await closeDatabase()
  const ratio = rate / limit
  return {
    'moves.hot': {
      value: short(rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(ratio),
      goal: '4 × the best by hand, p95 under 10 ms',
      met: ratio >= 4 && p95 < 10,
      p50: short(p50),
      p95: short(p95),
      limits,
    },
  }
}

/** 64 writers over 100 projects. */
export const movesSpread: Bench = async (machine) => {
  const world = await makeWorld()
  machine.say('making 100 projects of 100 tasks')
  const projects: BenchProject[] = []
  for (let i = 0; i < 100; i++) projects.push(await makeProject(world, 100))
  machine.say('moving by hand')
  const limits: Record<number, number> = {}
  for (const connections of [16, 64]) {
    limits[connections] = await handRate(machine, world, projects, connections)
  }
  const limit = Math.max(...Object.values(limits))
  machine.say('moving through execute')
  const { rate, p50, p95 } = await medianOfThree(
    () => through(world, projects),
    (r) => r.rate,
  )
  await closeDatabase()
  const ratio = rate / limit
  return {
    'moves.spread': {
      value: short(rate),
      unit: 'commands/s',
      limit: short(limit),
      ratio: short(ratio),
      goal: '0.5 × by hand',
      met: ratio >= 0.5,
      p50: short(p50),
      p95: short(p95),
      limits,
    },
  }
}

async function handRate(
  machine: Machine,
  world: World,
  projects: BenchProject[],
  connections: number,
): Promise<number> {
  const hand = byHand(machine.appUrl, world, connections)
  let turn = 0
  const run = () =>
    closedLoop(connections, MS, () => {
      const { project, taskId, statusId } = next(projects, turn++)
      project.versions.set(taskId, (project.versions.get(taskId) ?? 1) + 1)
      return hand.move(project, taskId, statusId)
    })
  const { rate } = await medianOfThree(run, (each) => each.rate)
  await hand.close()
  return Math.round(rate)
}

/** Each writer moves a task of its own at a time, as people do. */
export function through(world: World, projects: BenchProject[], writers = WRITERS) {
  let turn = 0
  return closedLoop(writers, MS, async () => {
    const { project, taskId, statusId } = next(projects, turn++)
    const baseVersion = project.versions.get(taskId) ?? 1
    const place = { end: 'top' } as const
    const move = { type: 'task.move', taskId, baseVersion, statusId, place } as const
    const answer = await send(world, project.projectId, move)
    project.versions.set(taskId, answer.events[0]?.version ?? baseVersion)
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer))
  })
}

function next(projects: BenchProject[], turn: number) {
  const project = projects[turn % projects.length] as BenchProject
  const lap = Math.floor(turn / projects.length)
  const taskId = project.taskIds[(lap * 7919) % project.taskIds.length] as string
  const statusId = COLUMNS[(lap + Math.floor(lap / project.taskIds.length)) % 4] as string
  return { project, taskId, statusId }
}
