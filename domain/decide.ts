import { COMMANDS } from './commandRegistry'
import type { Command } from './commands'
import { raiseConflict } from './conflict/detectConflict'
import { contextFor, definitionOf, type PreparedCommand } from './contextFor'
import { type Decision, projectNotFound, reject, type Sender } from './decision'
import type { Role } from './kernel/primitives'
import type { ReadSource } from './reads'

/** Returns a command with its reads and context for `decide`. */
export const prepare = (command: Command, source: ReadSource, sender: Sender): PreparedCommand =>
  contextFor(command, source, sender, decideIn)

/**
 * Decides a command: returns one of five outcomes and the events that it causes. Pure: server,
 * browser and replay get the same decision.
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

/** Returns true when a role may send commands of this type. Screens hide the others. */
export function canSendCommand(role: Role, type: Command['type']): boolean {
  return role === 'admin' || role === COMMANDS[type].role
}

/**
 * Rejects commands of people without permission. Rights that were lost after the command was
 * issued, for example offline, cause a conflict, because the work was done in good faith. The
 * resolution of a conflict is rejected even then, since that conflict stays open. The time of issue
 * is the sender's own claim, so it only counts for people who had the right before.
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
