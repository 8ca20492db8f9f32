import { v7 as newId } from 'uuid'
import type { FixtureIds } from '../workspaceFixture'
import { type ProcedureAccess, workspaceInput } from './procedureAccess'

const newAccountInput = () => ({
  name: 'New',
  email: `${newId()}@example.com`,
  password: 'correct horse battery',
})

const projectionInput = (ids: FixtureIds) => ({
  ...workspaceInput(ids),
  subscriber: 'time-entries',
  projectId: ids.projectId,
})

/** Procedures of accounts, workspaces, members and invitations. */
export const peopleProcedures: Record<string, ProcedureAccess> = {
  'account.me': { allowed: 'signed in' },
  'account.signUp': {
    allowed: 'anybody',
    input: () => ({ ...newAccountInput(), workspace: 'New' }),
  },
  'account.changePassword': { allowed: 'signed in', input: () => ({ password: 'a new password' }) },
  'account.sessions': { allowed: 'signed in' },
  'account.revokeSession': {
    allowed: 'signed in',
    actor: 'admin',
    input: ({ sessionId }) => ({ sessionId }),
  },
  'account.signOutEverywhere': { allowed: 'signed in' },
  'workspaces.list': { allowed: 'signed in' },
  'workspaces.create': { allowed: 'signed in', input: () => ({ name: 'One more' }) },
  'people.list': { allowed: 'viewer', input: workspaceInput },
  'people.changeRole': {
    allowed: 'admin',
    input: (ids) => ({ ...workspaceInput(ids), personId: ids.personId, role: 'viewer' }),
  },
  'people.remove': {
    allowed: 'admin',
    input: (ids) => ({ ...workspaceInput(ids), personId: ids.personId }),
  },
  'projections.status': { allowed: 'admin', input: workspaceInput },
  'projections.retry': { allowed: 'admin', input: projectionInput },
  'projections.rebuild': { allowed: 'admin', input: projectionInput },
  'invitations.list': { allowed: 'admin', input: workspaceInput },
  'invitations.create': {
    allowed: 'admin',
    input: (ids) => ({ ...workspaceInput(ids), role: 'member' }),
  },
  'invitations.revoke': {
    allowed: 'admin',
    input: (ids) => ({ ...workspaceInput(ids), invitationId: ids.invitationId }),
  },
  'invitations.accept': { allowed: 'signed in', input: ({ token }) => ({ token }) },
  'invitations.signUp': {
    allowed: 'anybody',
    input: ({ token }) => ({ token, ...newAccountInput() }),
  },
}
