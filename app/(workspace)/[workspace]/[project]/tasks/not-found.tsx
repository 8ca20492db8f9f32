'use client'

import { useProject } from '@/app/_client/react/hooks'
import { Main } from '@/app/_ui/TopBar'
import { addresses } from '../../../_frame/addresses'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { useWorkspace } from '../../../_frame/workspace'
import { TaskMissing } from '../../../_task/TaskStates'

/** There is no such task, or none for this person's eyes. */
export default function TaskNotFound() {
  const { slug } = useWorkspace()
  const { key } = useProject()
  return (
    <>
      <ProjectBar here="Not found" />
      <Main>
        <TaskMissing board={addresses.board(slug, key)} />
      </Main>
    </>
  )
}
