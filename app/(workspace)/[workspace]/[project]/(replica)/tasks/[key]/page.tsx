import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { parseTaskNumber } from '@/app/_features/shell/parseTaskNumber'
import { projectKeyOf, routes } from '@/app/_features/shell/routes'
import { TaskScreen } from '@/app/_features/task/TaskScreen'
import { requireProject } from '@/server/auth/pageAccess'
import { loadTaskByNumber } from '@/server/queries/taskByNumber'

type Props = { params: Promise<{ workspace: string; project: string; key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, key } = await params
  const found = await loadTask(workspace, project, key)
  return { title: found ? `${key} ${found.task.title}` : 'Not found' }
}

/**
 * A task on a page of its own. Redirects to the new URL of a task that was moved to another
 * project. Responds with the same 404 to unknown keys and to keys of other projects.
 */
export default async function TaskPage({ params }: Props) {
  const { workspace, project, key } = await params
  const found = await loadTask(workspace, project, key)
  if (found?.movedTo) redirect(routes.task(workspace, found.movedTo))
  return found ? <TaskScreen key={key} taskKey={key} initial={found} /> : notFound()
}

const loadTask = cache(async (workspace: string, project: string, key: string) => {
  const scope = await requireProject(workspace, project)
  const number = projectKeyOf(key) === project ? parseTaskNumber(key) : null
  return number === null ? null : loadTaskByNumber(scope, number)
})
