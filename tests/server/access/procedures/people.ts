import { v7 as newId } from 'uuid'
import { type Entry, inWorkspace } from './entry'

const newPerson = () => ({
  name: 'New',
  email: `${newId()}@example.com`,
  password: 'correct horse battery',
})

/** Accounts, workspaces, the people in them, and invitations. */
export const people: Record<string, Entry> = {
  'account.me': { for: 'signed in' },
  'account.signUp': { for: 'anybody', input: () => ({ ...newPerson(), workspace: 'New' }) },
  'account.changePassword': { for: 'signed in', input: () => ({ password: 'a new password' }) },
  'account.sessions': { for: 'signed in' },
  'account.endSession': {
    for: 'signed in',
    as: 'admin',
    input: ({ sessionId }) => ({ sessionId }),
  },
  'account.signOutEverywhere': { for: 'signed in' },
  'workspaces.mine': { for: 'signed in' },
  'workspaces.make': { for: 'signed in', input: () => ({ name: 'One more' }) },
  'people.list': { for: 'viewer', input: inWorkspace },
  'people.changeRole': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), personId: ids.personId, role: 'viewer' }),
  },
  'people.remove': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), personId: ids.personId }),
  },
  'invitations.open': { for: 'admin', input: inWorkspace },
  'invitations.make': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), role: 'member' }),
  },
  'invitations.revoke': {
    for: 'admin',
    input: (ids) => ({ ...inWorkspace(ids), invitationId: ids.invitationId }),
  },
  'invitations.accept': { for: 'signed in', input: ({ token }) => ({ token }) },
  'invitations.signUp': { for: 'anybody', input: ({ token }) => ({ token, ...newPerson() }) },
}
