import type { CommandType } from './commands'
import { addCommentCommand } from './comment/add'
import { deleteCommentCommand } from './comment/delete'
import { editCommentCommand } from './comment/edit'
import { addComponentCommand } from './component/add'
import { editComponentCommand } from './component/edit'
import { removeComponentCommand } from './component/remove'
import { resolveConflictCommand } from './conflict/resolveConflict'
import type { AnyCommandDefinition } from './defineCommand'
import { createProjectCommand } from './project/create'
import { renameProjectCommand } from './project/rename'
import { setParallelSprintsCommand } from './project/setParallelSprints'
import { completeSprintCommand } from './sprint/complete'
import { createSprintCommand } from './sprint/create'
import { editSprintCommand } from './sprint/edit'
import { importSprintCommand } from './sprint/import'
import { moveSprintCommand } from './sprint/move'
import { planTasksCommand } from './sprint/plan'
import { removeSprintCommand } from './sprint/remove'
import { reopenSprintCommand } from './sprint/reopen'
import { setCapacityCommand } from './sprint/setCapacity'
import { startSprintCommand } from './sprint/start'
import { archiveTaskCommand } from './task/archive'
import { bulkChangeCommand } from './task/bulkChange'
import { cloneTaskCommand } from './task/clone'
import { createTaskCommand } from './task/create'
import { editTaskCommand } from './task/edit'
import { importTaskCommand } from './task/import'
import { moveTaskCommand } from './task/move'
import { receiveTaskCommand } from './task/receive'
import { restoreTaskCommand } from './task/restore'
import { setParentCommand } from './task/setParent'
import { transferTaskCommand } from './task/transfer'
import { undoCommand } from './undo/undo'
import { addVersionCommand } from './version/add'
import { editVersionCommand } from './version/edit'
import { releaseVersionCommand } from './version/release'
import { removeVersionCommand } from './version/remove'
import { addStatusCommand } from './workflow/addStatus'
import { changeWorkflowCommand } from './workflow/changeWorkflow'
import { editStatusCommand } from './workflow/editStatus'
import { moveStatusCommand } from './workflow/moveStatus'
import { removeStatusCommand } from './workflow/removeStatus'
import { addWorklogCommand } from './worklog/add'
import { deleteWorklogCommand } from './worklog/delete'
import { editWorklogCommand } from './worklog/edit'

/**
 * All commands with their definitions. Permissions, read sets and decisions are derived from it.
 */
export const COMMANDS = {
  'task.create': createTaskCommand,
  'task.edit': editTaskCommand,
  'task.move': moveTaskCommand,
  'task.setParent': setParentCommand,
  'task.bulk': bulkChangeCommand,
  'task.clone': cloneTaskCommand,
  'task.transfer': transferTaskCommand,
  'task.receive': receiveTaskCommand,
  'task.archive': archiveTaskCommand,
  'task.restore': restoreTaskCommand,
  'task.import': importTaskCommand,
  'task.plan': planTasksCommand,
  'comment.add': addCommentCommand,
  'comment.edit': editCommentCommand,
  'comment.delete': deleteCommentCommand,
  'worklog.add': addWorklogCommand,
  'worklog.edit': editWorklogCommand,
  'worklog.delete': deleteWorklogCommand,
  'project.create': createProjectCommand,
  'project.rename': renameProjectCommand,
  'project.setParallelSprints': setParallelSprintsCommand,
  'status.add': addStatusCommand,
  'status.edit': editStatusCommand,
  'status.move': moveStatusCommand,
  'status.remove': removeStatusCommand,
  'workflow.change': changeWorkflowCommand,
  'sprint.create': createSprintCommand,
  'sprint.import': importSprintCommand,
  'sprint.edit': editSprintCommand,
  'sprint.move': moveSprintCommand,
  'sprint.start': startSprintCommand,
  'sprint.complete': completeSprintCommand,
  'sprint.reopen': reopenSprintCommand,
  'sprint.remove': removeSprintCommand,
  'sprint.setCapacity': setCapacityCommand,
  'component.add': addComponentCommand,
  'component.edit': editComponentCommand,
  'component.remove': removeComponentCommand,
  'version.add': addVersionCommand,
  'version.edit': editVersionCommand,
  'version.release': releaseVersionCommand,
  'version.remove': removeVersionCommand,
  'conflict.resolve': resolveConflictCommand,
  'command.undo': undoCommand,
} satisfies { [K in CommandType]: AnyCommandDefinition & { type: K } }
