import type { Command } from './commands'
import { addComment, deleteComment, editComment } from './comment/decide'
import {
  addComponent,
  addVersion,
  editComponent,
  editVersion,
  removeComponent,
  removeVersion,
} from './component/decide'
import { raiseConflict } from './conflict/detectConflict'
import { resolveConflict } from './conflict/resolveConflict'
import { type Decision, type DecisionContext, type DecisionState, reject } from './decision'
import { createProject, renameProject } from './project/decide'
import { completeSprint } from './sprint/complete'
import {
  createSprint,
  editSprint,
  moveSprint,
  setCapacity,
  setParallelSprints,
} from './sprint/edit'
import { importSprint } from './sprint/import'
import { removeSprint, reopenSprint, startSprint } from './sprint/lifecycle'
import { planTasks } from './sprint/plan'
import { archiveTask, restoreTask } from './task/archive'
import { bulkChangeTasks } from './task/bulkChange'
import { cloneTask } from './task/clone'
import { createTask } from './task/create'
import { editTask } from './task/edit'
import { importTask } from './task/import'
import { moveTask } from './task/move'
import { setParent } from './task/setParent'
import { receiveTask, transferTask } from './task/transfer'
import { undo } from './undo/undo'
import { releaseVersion } from './version/releaseVersion'
import { changeWorkflow } from './workflow/changeWorkflow'
import { addStatus, editStatus, moveStatus, removeStatus } from './workflow/decideStatus'
import { addWorklog, deleteWorklog, editWorklog } from './worklog/decide'

/**
 * What a command comes to, given the rows it names and the facts: one of five outcomes and the
 * events that make it true. Pure: the server, the browser and a replay all get the same answer.
 */
export function decide(command: Command, state: DecisionState, context: DecisionContext): Decision {
  return checkPermission(command, state, context) ?? decideByType(command, state, context)
}

function decideByType(command: Command, state: DecisionState, context: DecisionContext): Decision {
  switch (command.type) {
    case 'task.create':
      return createTask(command, state, context)
    case 'task.edit':
      return editTask(command, state, context)
    case 'task.move':
      return moveTask(command, state, context)
    case 'task.setParent':
      return setParent(command, state, context)
    case 'task.bulk':
      return bulkChangeTasks(command, state, context, decide)
    case 'command.undo':
      return undo(command, state, context)
    case 'task.clone':
      return cloneTask(command, state, context)
    case 'task.transfer':
      return transferTask(command, state, context)
    case 'task.receive':
      return receiveTask(command, state, context)
    case 'task.archive':
      return archiveTask(command, state, context)
    case 'task.restore':
      return restoreTask(command, state, context)
    case 'task.import':
      return importTask(command, state, context)
    case 'comment.add':
      return addComment(command, state, context)
    case 'comment.edit':
      return editComment(command, state, context)
    case 'comment.delete':
      return deleteComment(command, state, context)
    case 'worklog.add':
      return addWorklog(command, state, context)
    case 'worklog.edit':
      return editWorklog(command, state, context)
    case 'worklog.delete':
      return deleteWorklog(command, state, context)
    case 'project.create':
      return createProject(command, state, context)
    case 'project.rename':
      return renameProject(command, state, context)
    case 'status.add':
      return addStatus(command, state, context)
    case 'status.edit':
      return editStatus(command, state, context)
    case 'status.move':
      return moveStatus(command, state, context)
    case 'status.remove':
      return removeStatus(command, state, context)
    case 'workflow.change':
      return changeWorkflow(command, state, context)
    case 'sprint.create':
      return createSprint(command, state, context)
    case 'sprint.import':
      return importSprint(command, state, context)
    case 'sprint.edit':
      return editSprint(command, state, context)
    case 'sprint.move':
      return moveSprint(command, state, context)
    case 'sprint.start':
      return startSprint(command, state, context)
    case 'sprint.complete':
      return completeSprint(command, state, context)
    case 'sprint.reopen':
      return reopenSprint(command, state, context)
    case 'sprint.remove':
      return removeSprint(command, state, context)
    case 'sprint.setCapacity':
      return setCapacity(command, state, context)
    case 'project.setParallelSprints':
      return setParallelSprints(command, state, context)
    case 'task.plan':
      return planTasks(command, state, context)
    case 'component.add':
      return addComponent(command, state, context)
    case 'component.edit':
      return editComponent(command, state, context)
    case 'component.remove':
      return removeComponent(command, state, context)
    case 'version.add':
      return addVersion(command, state, context)
    case 'version.edit':
      return editVersion(command, state, context)
    case 'version.release':
      return releaseVersion(command, state, context)
    case 'version.remove':
      return removeVersion(command, state, context)
    case 'conflict.resolve':
      return resolveConflict(command, state, context, decide)
  }
}

const ADMIN_ONLY_COMMANDS: ReadonlySet<Command['type']> = new Set([
  'project.rename',
  'project.setParallelSprints',
  'status.add',
  'status.edit',
  'status.move',
  'status.remove',
  'workflow.change',
  'component.add',
  'component.edit',
  'component.remove',
  'version.add',
  'version.edit',
  'version.release',
  'version.remove',
  'task.import',
  'sprint.import',
])

/** Whether a role may send such a command at all; screens hide what it may not. */
export function canSendCommand(
  role: DecisionContext['actor']['role'],
  type: Command['type'],
): boolean {
  return role === 'admin' || (role === 'member' && !ADMIN_ONLY_COMMANDS.has(type))
}

/**
 * Stops who may not. Rights lost after the command was made (offline, say) are a conflict, since
 * the work was done in good faith; anything else is a refusal. So is a decision about a conflict,
 * which stays open anyway. When a command was made is its sender's word alone, and so counts only
 * for those who did have the right before.
 */
function checkPermission(
  command: Command,
  state: DecisionState,
  context: DecisionContext,
): Decision | null {
  const { role, roleSince, formerRole } = context.actor
  if (canSendCommand(role, command.type)) return null
  const isResolution = command.type === 'conflict.resolve'
  if (isResolution && command.choice === 'theirs') return null
  const requiredRole = ADMIN_ONLY_COMMANDS.has(command.type) ? 'an admin' : 'a member'
  const wasAllowedWhenIssued =
    formerRole && canSendCommand(formerRole, command.type) && context.issuedAt < roleSince
  if (state.project && wasAllowedWhenIssued && !isResolution) {
    return raiseConflict(command, 'rights', [], state, context)
  }
  return reject('forbidden', `Only ${requiredRole} of this workspace may do that.`)
}
