'use client'

import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { TaskMissing } from '@/app/_features/task/TaskStates'
import { useProject } from '@/app/_replica/react/projectHooks'
import { Main } from '@/app/_ui/TopBar'

/** Shown for a task that does not exist or that the reader may not see. */
export default function TaskNotFound() {
  const { slug } = useWorkspace()
  const { key } = useProject()
  return (
    <>
      <ProjectTopBar current="Not found" />
      <Main>
        <TaskMissing boardHref={routes.board(slug, key)} />
      </Main>
    </>
  )
}
