import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '@/domain/commandRegistry'
import type { Command } from '@/domain/commands'
import type { Decision } from '@/domain/decision'
import type { NewEvent } from '@/domain/events'
import { POSSIBLE_OUTCOMES } from '@/tests/domain/support/possibleOutcomes'
import {
  longSteps,
  type SentCommand,
  sendSteps,
} from '@/tests/domain/support/random/sendRandomCommands'
import { type CommandStep, step } from '@/tests/domain/support/random/step'
import type { SendResult, TestLog } from '@/tests/domain/support/testLog'
import { createTestProject } from '@/tests/domain/support/testProject'
import { isLongRun, SAMPLE_SEED } from '@/tests/support/propertyRuns'
import { knownBefore, predictSent } from './fullReplica'

/** `npm run test:long` produces every outcome of every type this often and prints the counts. */
const ENOUGH = 50
const MOST_ROUNDS = 30
const RUNS = isLongRun ? 100 : 40
const TIMEOUT = isLongRun ? 1_200_000 : 60_000

type Before = ReturnType<typeof knownBefore>

/** Only the server knows the members of the workspace. */
const namesStranger = ({ rejection, taskResults }: Pick<SendResult, 'rejection' | 'taskResults'>) =>
  [rejection, ...(taskResults ?? [])].some((e) => e?.message === 'There is no such person here.')

/**
 * Returns true when a browser cannot know the server's decision: for a task that moves to another
 * project, which is not in the replica, and for a task that is imported again, because only the
 * server knows what was imported before. No browser sends such an import.
 */
const isBeyondReplica = ({ sent, result }: SentCommand, { board }: Before) =>
  namesStranger(result) ||
  (sent.type === 'task.transfer' && result.events.length > 0 && !result.conflict) ||
  (sent.type === 'task.import' && board.cards.has(sent.taskId))

const eventsOf = ({
  events,
}: {
  events: readonly Pick<NewEvent, 'type' | 'taskId' | 'version' | 'data'>[]
}) => events.map(({ type, taskId, version, data }) => ({ type, taskId, version, data }))

function predict(before: Before, testProject: TestLog, commandId: string): Decision {
  const sender = testProject.lastSender
  if (!sender) throw new Error('Nothing was sent.')
  return predictSent(before, testProject, commandId, sender)
}

/** The number of commands by type and outcome. */
class OutcomeCounts {
  private readonly counts = new Map<string, number>()

  add({ type }: { type: string }, { outcome }: Pick<SendResult, 'outcome'>): void {
    const name = `${type} ${outcome}`
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  /** Outcomes that are not declared. */
  get undeclared(): string[] {
    return [...this.counts.keys()].filter((name) => !DECLARED.includes(name))
  }

  /** Returns the declared outcomes that occurred less often than this. */
  lessThan(times: number): string[] {
    return DECLARED.filter((name) => (this.counts.get(name) ?? 0) < times)
  }

  get types(): string[] {
    return [...new Set([...this.counts.keys()].map((name) => name.split(' ')[0] ?? ''))]
  }

  print(): void {
    const lines = DECLARED.map((name) => `${name} ${this.counts.get(name) ?? 0}`)
    console.info([...lines].sort().join('\n'))
  }
}

const DECLARED = Object.entries(POSSIBLE_OUTCOMES).flatMap(([type, outcomes]) =>
  outcomes.map((outcome) => `${type} ${outcome}`),
)

/** Sends the commands of some steps and compares each with the prediction of a full replica. */
function checkSteps(steps: CommandStep[], counts: OutcomeCounts): void {
  let before: Before | undefined
  const testProject = sendSteps(steps, {
    before: (next) => {
      before = knownBefore(next.testProject, next.step.who)
    },
    after: (sentCommand) => {
      const { sent, result } = sentCommand
      counts.add(sent, result)
      if (!before) throw new Error('Nothing was known before.')
      const predicted = predict(before, sentCommand.testProject, result.commandId)
      if (isBeyondReplica(sentCommand, before)) {
        // Without the other project the replica predicts no events.
        if (sent.type === 'task.transfer') expect(predicted.events).toEqual([])
        return
      }
      const [expected, actual] = [result, predicted].map((each) => ({
        outcome: each.outcome,
        events: eventsOf(each),
      }))
      if (!isDeepStrictEqual(actual, expected)) expect([sent, actual]).toEqual([sent, expected])
    },
  })
  checkNewProject(testProject, counts)
}

/**
 * A project that does not exist yet has no replica that could predict its creation. Creates one and
 * checks that a repetition is rejected.
 */
function checkNewProject(testProject: TestLog, counts: OutcomeCounts): void {
  const creation = {
    type: 'project.create',
    key: 'ALO',
    name: 'Aloy',
    statuses: [],
  } satisfies Command
  expect(testProject.events[0]?.type).toBe('project.created')
  counts.add(creation, { outcome: 'applied' })
  const before = knownBefore(testProject, 'ann')
  const again = testProject.send('ann', creation)
  counts.add(creation, again)
  expect(predict(before, testProject, again.commandId).outcome).toBe(again.outcome)
}

describe('the prediction of a full replica', { timeout: TIMEOUT }, () => {
  it('the prediction equals the decision of the server for every type and outcome of commands', () => {
    const counts = new OutcomeCounts()
    const steps = isLongRun ? longSteps : fc.array(step, { minLength: 20, maxLength: 50 })
    const property = fc.property(steps, (each) => checkSteps(each, counts))
    if (!isLongRun) fc.assert(property, { numRuns: RUNS, seed: SAMPLE_SEED })
    for (let round = 0; isLongRun && round < MOST_ROUNDS; round++) {
      fc.assert(property, { numRuns: RUNS })
      if (counts.lessThan(ENOUGH).length === 0) break
    }
    expect(counts.undeclared).toEqual([])
    expect(counts.types.sort()).toEqual(Object.keys(COMMANDS).sort())
    if (!isLongRun) return
    counts.print()
    expect(counts.lessThan(ENOUGH)).toEqual([])
  })

  it('a bulk change of sprint puts the tasks at the bottom of the sprint', () => {
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
    const before = knownBefore(testProject, 'ann')
    const decided = testProject.send('ann', {
      type: 'task.bulk',
      tasks: [taskRef(first), taskRef(second)],
      change: { sprintId: 's1' },
    })
    const predicted = predict(before, testProject, decided.commandId)
    expect(decided.outcome).toBe('applied')
    expect(eventsOf(predicted)).toEqual(eventsOf(decided))
    const planned = predicted.events.flatMap((e) => (e.type === 'task.planned' ? e.data.rank : []))
    const bottom = testProject.taskById(third).backlogRank
    expect(planned.every((rank) => rank > bottom)).toBe(true)
  })
})
