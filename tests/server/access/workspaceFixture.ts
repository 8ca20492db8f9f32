import { v7 as newId } from 'uuid'
import type { Id } from '@/domain/kernel/primitives'
import { createSession } from '@/server/auth/session'
import { createInvitation } from '@/server/people/invitations'
import { createImport, createImportFolder } from '@/tests/support/importFiles'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { makeProject, TestClient } from '@/tests/support/testClient'

createImportFolder()

/** The ids that an input may contain. All but the first two belong to a workspace or project. */
export interface FixtureIds {
  workspace: string
  projectId: Id
  taskId: Id
  commandId: Id
  commentId: Id
  worklogId: Id
  conflictId: Id
  personId: Id
  invitationId: Id
  token: string
  sessionId: Id
  importId: Id
  sprintId: Id
  runningId: Id
  componentId: Id
  versionId: Id
  /** Another project of the same workspace. */
  otherProjectId: Id
}

/** A workspace with one of everything, and its people. */
export interface WorkspaceFixture extends FixtureIds {
  admin: TestPerson
  member: TestPerson
  viewer: TestPerson
}

/** Creates a new fixture that shares nothing with any other. */
export async function createWorkspaceFixture(): Promise<WorkspaceFixture> {
  const admin = await makeWorkspace()
  const member = await makePerson(admin, 'member')
  const viewer = await makePerson(admin, 'viewer')
  const mine = await makeProject(admin)
  const taskId = await mine.createTask({ title: 'A secret', assignees: [admin.personId] })
  const commentId = newId()
  const { projectId } = mine
  await mine.send({ type: 'comment.add', taskId, commentId, baseVersion: 1, body: 'A secret' })
  const worklogId = newId()
  const worklog = { seconds: 60, startedAt: '2031-01-01T09:00:00.000Z', note: 'A secret' }
  await mine.send({
    type: 'worklog.add',
    ...{ taskId, worklogId, ...worklog, baseVersion: 2, remaining: 'auto' },
  })
  const edit = { type: 'task.edit', taskId, baseVersion: 1 } as const
  const { commandId } = await mine.send({ ...edit, set: { title: 'One secret' } })
  // Changes the same field from another window with the same base version, which raises a conflict.
  const other = new TestClient(admin, projectId)
  const { conflict } = await other.send({ ...edit, set: { title: 'Another secret' } })
  if (!conflict) throw new Error('The two edits made no conflict.')
  const { sprintId, runningId } = await createSprints(mine)
  const [componentId, versionId] = [newId(), newId()]
  await mine.send({ type: 'component.add', baseVersion: 1, componentId, name: 'Core' })
  await mine.send({ type: 'version.add', baseVersion: 1, versionId, name: '1.0' })
  const { id: invitationId, token } = await createInvitation(admin.scope, { role: 'member' })
  return {
    admin,
    member,
    viewer,
    workspace: admin.slug,
    projectId,
    taskId,
    commandId,
    commentId,
    worklogId,
    conflictId: conflict.id,
    personId: member.personId,
    invitationId,
    token,
    sessionId: await createSession(admin.account.id, 'another browser'),
    importId: await createImport(admin),
    sprintId,
    runningId,
    componentId,
    versionId,
    otherProjectId: (await makeProject(admin)).projectId,
  }
}

/** Creates a planned and an active sprint with a task each. Both may be active at once. */
async function createSprints(mine: TestClient) {
  const sprints = { sprintId: newId(), runningId: newId() }
  await mine.send({ type: 'project.setParallelSprints', baseVersion: 1, parallel: true })
  for (const sprintId of Object.values(sprints)) {
    await mine.send({ type: 'sprint.create', baseVersion: 2, sprintId, name: 'A sprint' })
    const tasks = [{ taskId: await mine.createTask({ title: 'Planned' }), baseVersion: 1 }]
    await mine.send({ type: 'task.plan', tasks, sprintId, position: {} })
  }
  const dates = { startDate: '2031-01-01', endDate: '2031-01-14' }
  await mine.send({ type: 'sprint.start', baseVersion: 4, sprintId: sprints.runningId, ...dates })
  return sprints
}

/** Returns valid ids that do not exist. */
export function unknownIds(): FixtureIds {
  return {
    workspace: 'no-such-workspace',
    projectId: newId(),
    taskId: newId(),
    commandId: newId(),
    commentId: newId(),
    worklogId: newId(),
    conflictId: newId(),
    personId: newId(),
    invitationId: newId(),
    token: 'x'.repeat(43),
    sessionId: newId(),
    importId: newId(),
    sprintId: newId(),
    runningId: newId(),
    componentId: newId(),
    versionId: newId(),
    otherProjectId: newId(),
  }
}
