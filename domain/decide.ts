import { COMMANDS } from './commandRegistry'
import type { Command } from './commands'
import { raiseConflict } from './conflict/detectConflict'
import { contextFor, definitionOf, type PreparedCommand } from './contextFor'
import { type Decision, projectNotFound, reject, type Sender } from './decision'
import type { Role } from './kernel/primitives'
import type { ReadSource } from './reads'

/** A command with its reads and context, as `decide` takes it. */
export const prepare = (command: Command, source: ReadSource, sender: Sender): PreparedCommand =>
  contextFor(command, source, sender, decideIn)

/**
 * What a command comes to: one of five outcomes and the events that make it true. Pure: the
 * server, the browser and a replay all get the same answer.
 */
export function decide(command: Command, prepared: PreparedCommand): Decision {
  const rejected = checkPermission(command, prepared)
  if (rejected) return rejected
  if (!prepared.reads) return projectNotFound()
  return definitionOf(command).decide(command, prepared.reads, prepared.context)
}

/** Prepares a command and decides it. */
export const decideIn = (command: Command, source: ReadSource, sender: Sender): Decision =>
  decide(command, prepare(command, source, sender))

/** Whether a role may send such a command at all; screens hide what it may not. */
export function canSendCommand(role: Role, type: Command['type']): boolean {
  return role === 'admin' || role === COMMANDS[type].role
}

/**
 * Stops who may not. Rights lost after the command was made (offline, say) are a conflict, since
 * the work was done in good faith; anything else is rejected. So is a decision about a conflict,
 * which stays open anyway. When a command was made is its sender's word alone, and so counts only
 * for those who did have the right before.
 */
function checkPermission(
  command: Command,
  { reads, context, task }: PreparedCommand,
): Decision | null {
  const { role, roleSince, formerRole } = context.actor
  if (canSendCommand(role, command.type)) return null
  const isResolution = command.type === 'conflict.resolve'
  if (isResolution && command.choice === 'theirs') return null
  const requiredRole = COMMANDS[command.type].role === 'admin' ? 'an admin' : 'a member'
  const wasAllowedWhenIssued =
    formerRole && canSendCommand(formerRole, command.type) && context.issuedAt < roleSince
  if (reads?.project && wasAllowedWhenIssued && !isResolution) {
    return raiseConflict(command, 'rights', [], { task }, context)
  }
  return reject('forbidden', `Only ${requiredRole} of this workspace may do that.`)
}
