import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '@/domain/commandRegistry'
import type { CommandType } from '@/domain/commands'
import type { NewEvent } from '@/domain/events'
import { randomCommandFor } from '@/tests/domain/support/random/randomCommand'
import { type CommandStep, step } from '@/tests/domain/support/random/step'
import type { SendResult, TestLog } from '@/tests/domain/support/testLog'
import { createTestProject } from '@/tests/domain/support/testProject'
import { knownBefore, predictSent } from './fullReplica'

/** Set RUNS for a longer search; then the counts are printed. */
const RUNS = Number(process.env.RUNS ?? 40)
const SEED = 20_310_101
const TIMEOUT = 60_000 + RUNS * 500

/** No browser sends these, or it cannot know what they depend on: another project, earlier imports. */
const NEVER_PREDICTED: CommandType[] = [
  'project.create',
  'task.receive',
  'task.transfer',
  'task.import',
  'sprint.import',
]

/** Who belongs to the workspace only the server knows. */
const namesStranger = ({ rejection, taskResults }: Pick<SendResult, 'rejection' | 'taskResults'>) =>
  [rejection, ...(taskResults ?? [])].some((e) => e?.message === 'There is no such person here.')

const eventsOf = ({
  events,
}: {
  events: readonly Pick<NewEvent, 'type' | 'taskId' | 'version' | 'data'>[]
}) => events.map(({ type, taskId, version, data }) => ({ type, taskId, version, data }))

function sendAndPredict(testProject: TestLog, who: string, send: () => SendResult) {
  const before = knownBefore(testProject, who)
  const decided = send()
  const { commandId } = decided
  const sender = testProject.lastSender
  if (!sender) throw new Error('Nothing was sent.')
  return { decided, predicted: predictSent(before, testProject, commandId, sender) }
}

describe('what a full replica predicts of a command', { timeout: TIMEOUT }, () => {
  it('is what the server decides, whatever the command', () => {
    const counts = new Map<string, number>()
    const check = (steps: CommandStep[]) => {
      const testProject = createTestProject()
      for (const taskId of ['t0', 't1', 't2']) testProject.task({ taskId, description: 'x\n\ny' })
      for (const each of steps) {
        const command = randomCommandFor(each, testProject)
        const client = `${each.who}'s ${each.client}`
        const { decided, predicted } = sendAndPredict(testProject, each.who, () =>
          testProject.send(each.who, command, { client }),
        )
        if (NEVER_PREDICTED.includes(command.type) || namesStranger(decided)) continue
        const name = `${command.type} ${decided.outcome}`
        counts.set(name, (counts.get(name) ?? 0) + 1)
        expect([name, eventsOf(predicted)]).toEqual([
          `${command.type} ${decided.outcome}`,
          eventsOf(decided),
        ])
        expect([command, predicted.outcome]).toEqual([command, decided.outcome])
      }
    }
    fc.assert(fc.property(fc.array(step, { minLength: 20, maxLength: 50 }), check), {
      numRuns: RUNS,
      ...(process.env.RUNS ? {} : { seed: SEED }),
    })
    if (process.env.RUNS) console.info(Object.fromEntries([...counts].sort()))
    const types = new Set([...counts.keys()].map((name) => name.split(' ')[0]))
    const expected = Object.keys(COMMANDS).filter(
      (type) => !NEVER_PREDICTED.some((each) => each === type),
    )
    expect([...types].sort()).toEqual(expected.sort())
  })

  it('puts a bulk change of sprint at the bottom of the sprint', () => {
    const testProject = createTestProject()
    const [first, second, third] = [testProject.task(), testProject.task(), testProject.task()]
    testProject.send('ann', { type: 'sprint.create', sprintId: 's1', name: 'Sprint 1' })
    const taskRef = (taskId: string) => ({ taskId, baseVersion: 1 })
    testProject.send('ann', {
      type: 'task.plan',
      tasks: [taskRef(third)],
      sprintId: 's1',
      position: {},
    })
    const { decided, predicted } = sendAndPredict(testProject, 'ann', () =>
      testProject.send('ann', {
        type: 'task.bulk',
        tasks: [taskRef(first), taskRef(second)],
        change: { sprintId: 's1' },
      }),
    )
    expect(decided.outcome).toBe('applied')
    expect(eventsOf(predicted)).toEqual(eventsOf(decided))
    const planned = predicted.events.flatMap((e) => (e.type === 'task.planned' ? e.data.rank : []))
    const bottom = testProject.taskById(third).backlogRank
    expect(planned.every((rank) => rank > bottom)).toBe(true)
  })
})
