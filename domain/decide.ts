import {
  addComponent,
  addVersion,
  editComponent,
  editVersion,
  removeComponent,
  removeVersion,
} from './catalog/decide'
import { releaseVersion } from './catalog/release'
import type { Command } from './commands'
import { addComment, deleteComment, editComment } from './comment/decide'
import { clash } from './conflict/judge'
import { resolveConflict } from './conflict/resolve'
import { type Decision, type Facts, refuse, type State } from './decision'
import { changeWorkflow } from './project/changeWorkflow'
import { createProject, renameProject } from './project/decide'
import { addStatus, editStatus, moveStatus, removeStatus } from './project/decideStatus'
import { completeSprint } from './sprint/complete'
import { allowParallel, createSprint, editSprint, moveSprint, setCapacity } from './sprint/edit'
import { importSprint } from './sprint/import'
import { planTasks } from './sprint/plan'
import { removeSprint, reopenSprint, startSprint } from './sprint/run'
import { archiveTask, restoreTask } from './task/archive'
import { changeMany } from './task/bulk'
import { cloneTask } from './task/clone'
import { createTask } from './task/create'
import { editTask } from './task/edit'
import { importTask } from './task/import'
import { moveTask } from './task/move'
import { nestTask } from './task/nest'
import { receiveTask, transferTask } from './task/transfer'
import { undo } from './undo/undo'
import { addWorklog, deleteWorklog, editWorklog } from './worklog/decide'

/**
 * What a command comes to, given the rows it names and the facts: one of five outcomes and the
 * events that make it true. Pure: the server, the browser and a replay all get the same answer.
 */
export function decide(command: Command, state: State, facts: Facts): Decision {
  return forbidden(command, state, facts) ?? rule(command, state, facts)
}

function rule(command: Command, state: State, facts: Facts): Decision {
  switch (command.type) {
    case 'task.create':
      return createTask(command, state, facts)
    case 'task.edit':
      return editTask(command, state, facts)
    case 'task.move':
      return moveTask(command, state, facts)
    case 'task.nest':
      return nestTask(command, state, facts)
    case 'task.bulk':
      return changeMany(command, state, facts, decide)
    case 'command.undo':
      return undo(command, state, facts)
    case 'task.clone':
      return cloneTask(command, state, facts)
    case 'task.transfer':
      return transferTask(command, state, facts)
    case 'task.receive':
      return receiveTask(command, state, facts)
    case 'task.archive':
      return archiveTask(command, state, facts)
    case 'task.restore':
      return restoreTask(command, state, facts)
    case 'task.import':
      return importTask(command, state, facts)
    case 'comment.add':
      return addComment(command, state, facts)
    case 'comment.edit':
      return editComment(command, state, facts)
    case 'comment.delete':
      return deleteComment(command, state, facts)
    case 'worklog.add':
      return addWorklog(command, state, facts)
    case 'worklog.edit':
      return editWorklog(command, state, facts)
    case 'worklog.delete':
      return deleteWorklog(command, state, facts)
    case 'project.create':
      return createProject(command, state, facts)
    case 'project.rename':
      return renameProject(command, state, facts)
    case 'status.add':
      return addStatus(command, state, facts)
    case 'status.edit':
      return editStatus(command, state, facts)
    case 'status.move':
      return moveStatus(command, state, facts)
    case 'status.remove':
      return removeStatus(command, state, facts)
    case 'workflow.change':
      return changeWorkflow(command, state, facts)
    case 'sprint.create':
      return createSprint(command, state, facts)
    case 'sprint.import':
      return importSprint(command, state, facts)
    case 'sprint.edit':
      return editSprint(command, state, facts)
    case 'sprint.move':
      return moveSprint(command, state, facts)
    case 'sprint.start':
      return startSprint(command, state, facts)
    case 'sprint.complete':
      return completeSprint(command, state, facts)
    case 'sprint.reopen':
      return reopenSprint(command, state, facts)
    case 'sprint.remove':
      return removeSprint(command, state, facts)
    case 'sprint.capacity':
      return setCapacity(command, state, facts)
    case 'project.sprints':
      return allowParallel(command, state, facts)
    case 'task.plan':
      return planTasks(command, state, facts)
    case 'component.add':
      return addComponent(command, state, facts)
    case 'component.edit':
      return editComponent(command, state, facts)
    case 'component.remove':
      return removeComponent(command, state, facts)
    case 'version.add':
      return addVersion(command, state, facts)
    case 'version.edit':
      return editVersion(command, state, facts)
    case 'version.release':
      return releaseVersion(command, state, facts)
    case 'version.remove':
      return removeVersion(command, state, facts)
    case 'conflict.resolve':
      return resolveConflict(command, state, facts, decide)
  }
}

const ADMIN_ONLY: ReadonlySet<Command['type']> = new Set([
  'project.rename',
  'project.sprints',
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
export function may(role: Facts['actor']['role'], type: Command['type']): boolean {
  return role === 'admin' || (role === 'member' && !ADMIN_ONLY.has(type))
}

/**
 * Stops who may not. Rights lost after the command was made (offline, say) are a conflict, since
 * the work was done in good faith; anything else is a refusal. So is a decision about a conflict,
 * which stays open anyway. When a command was made is its sender's word alone, and so counts only
 * for those who did have the right before.
 */
function forbidden(command: Command, state: State, facts: Facts): Decision | null {
  const { role, roleSince, formerRole } = facts.actor
  if (may(role, command.type)) return null
  const decision = command.type === 'conflict.resolve'
  if (decision && command.choice === 'theirs') return null
  const wanted = ADMIN_ONLY.has(command.type) ? 'an admin' : 'a member'
  const inGoodFaith = formerRole && may(formerRole, command.type) && facts.madeAt < roleSince
  if (state.project && inGoodFaith && !decision) {
    return clash(command, 'rights', [], state, facts)
  }
  return refuse('forbidden', `Only ${wanted} of this workspace may do that.`)
}
