import fc from 'fast-check'
import type { Command } from '@/domain/commands'
import type { SendResult, TestCommand } from '../testLog'
import { createTestProject, type TestProject } from '../testProject'
import { randomCommandFor } from './randomCommand'
import { type CommandStep, step } from './step'

/** A command before it is sent, with its sender. */
export interface NextCommand {
  testProject: TestProject
  step: CommandStep
  command: TestCommand
  client: string
}

/** A command after it was sent, in full, with its result. */
export interface SentCommand extends NextCommand {
  sent: Command
  result: SendResult
}

/** Creates a project with a few tasks and sends the commands of some steps one after the other. */
export function sendSteps(
  steps: readonly CommandStep[],
  { before, after }: { before?: (next: NextCommand) => void; after: (sent: SentCommand) => void },
): TestProject {
  const testProject = createTestProject()
  for (const taskId of ['t0', 't1', 't2']) testProject.task({ taskId, description: 'x\n\ny' })
  for (const each of steps) {
    const command = randomCommandFor(each, testProject)
    const next = { testProject, step: each, command, client: `${each.who}'s ${each.client}` }
    before?.(next)
    const result = testProject.send(each.who, command, { client: next.client })
    const sent = testProject.commands.get(result.commandId)
    if (!sent) throw new Error('The command was not sent.')
    after({ ...next, sent, result })
  }
  return testProject
}

/** Long enough that later commands find sprints, components and versions. */
export const longSteps = fc.array(step, { minLength: 200, maxLength: 400, size: 'max' })
