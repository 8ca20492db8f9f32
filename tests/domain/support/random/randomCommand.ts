import type { TestCommand } from '../testLog'
import type { TestProject } from '../testProject'
import { COMMENT_AND_WORKLOG_COMMANDS } from './commentsAndWorklogs'
import { IMPORT_COMMANDS } from './imports'
import { PROJECT_COMMANDS } from './project'
import { SPRINT_COMMANDS } from './sprints'
import type { CommandStep, RandomCommandType } from './step'
import { olderVersion, pickFrom, type RandomCommands, stepContextOf } from './stepContext'
import { TASK_COMMANDS } from './tasks'

/** Commands about earlier commands. */
const FOLLOW_UP_COMMANDS: RandomCommands<'conflict.resolve' | 'command.undo'> = {
  'conflict.resolve': ({ testProject, choice, versionsBehind, pick: [a] }) => {
    const all = [...testProject.projectState.conflicts.values()]
    const open = all.filter((conflict) => !conflict.resolved)
    const conflict = open[a % (open.length + 1)] ?? all[0]
    const about = testProject.projectState.tasks.get(conflict?.taskId ?? '') ?? testProject.project
    return {
      type: 'conflict.resolve',
      conflictId: conflict?.id ?? 'none',
      choice,
      baseVersion: olderVersion(about.version, versionsBehind),
      edit: conflict?.command,
    }
  },
  'command.undo': ({ testProject, pick: [a, b] }) => {
    const sent = [...new Set(testProject.events.slice(-30).map((event) => event.commandId))]
    return { type: 'command.undo', undoneCommandId: pickFrom(sent, a), partial: b % 2 === 0 }
  },
}

const RANDOM_COMMANDS: RandomCommands<RandomCommandType> = {
  ...TASK_COMMANDS,
  ...COMMENT_AND_WORKLOG_COMMANDS,
  ...PROJECT_COMMANDS,
  ...SPRINT_COMMANDS,
  ...IMPORT_COMMANDS,
  ...FOLLOW_UP_COMMANDS,
}

/** Returns the command of a step for the current state of the project. */
export function randomCommandFor(step: CommandStep, testProject: TestProject): TestCommand {
  return RANDOM_COMMANDS[step.kind](stepContextOf(step, testProject))
}
