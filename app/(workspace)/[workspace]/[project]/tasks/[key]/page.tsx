import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { projectOfPage } from '@/server/access/page'
import { task } from '@/server/queries/task'
import { addresses, projectKeyOf } from '../../../../_frame/addresses'
import { TaskWhole } from '../../../../_task/TaskWhole'
import { numberOf } from '../../../../_task/task-key'

type Props = { params: Promise<{ workspace: string; project: string; key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project, key } = await params
  const found = await taskOfPage(workspace, project, key)
  return { title: found ? `${key} ${found.task.title}` : 'Not found' }
}

/**
 * A task at its own address. What is missing and what is elsewhere answer alike; one that has gone
 * to another project is found where it is now.
 */
export default async function TaskPage({ params }: Props) {
  const { workspace, project, key } = await params
  const found = await taskOfPage(workspace, project, key)
  if (found?.movedTo) redirect(addresses.task(workspace, found.movedTo))
  return found ? <TaskWhole key={key} taskKey={key} first={found} /> : notFound()
}

const taskOfPage = cache(async (workspace: string, project: string, key: string) => {
  const scope = await projectOfPage(workspace, project)
  const number = projectKeyOf(key) === project ? numberOf(key) : null
  return number === null ? null : task(scope, number)
})
