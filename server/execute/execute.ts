import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import type { Moment } from '@/domain/words'
import type { WorkspaceScope } from '../access/scope'
import { enqueue } from './queue'

/**
 * The one way in: carries out a command on a project of the scope's workspace. It ends applied,
 * merged, unchanged, as a conflict or refused, and the log has it; a repeat of the same commandId
 * gets the first answer and changes nothing.
 * @throws Problem (too-many) when too many commands wait for the project already
 * @throws the driver's error when the database cannot be reached or will not take the values;
 * nothing is written then, and the command may be sent again with the same id
 */
export function execute(scope: WorkspaceScope, envelope: Envelope): Promise<Answer> {
  return enqueue({ scope, envelope })
}

/**
 * The same at a moment of the past, for demo data alone: no door leads here. The log also keeps
 * when it really recorded each event.
 */
export function executeAt(scope: WorkspaceScope, envelope: Envelope, at: Moment): Promise<Answer> {
  return enqueue({ scope, envelope, at })
}
