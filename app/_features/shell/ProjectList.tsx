import { EmptyState } from '@/app/_ui/EmptyState'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { ProjectWithTaskCounts } from '@/server/queries/projects'
import { CreateProjectButton } from './CreateProjectButton'
import { ProjectTaskCounts } from './projects/ProjectTaskCounts'
import { routes } from './routes'

type Props = { slug: string; projects: ProjectWithTaskCounts[]; canCreate: boolean }

/** All projects with their progress. Each links to its board. */
export function ProjectList({ slug, projects, canCreate }: Props) {
  if (projects.length === 0)
    return (
      <EmptyState action={canCreate ? <CreateProjectButton /> : null}>
        There are no projects yet. A project has a board, and tasks with keys such as WEB-1.
      </EmptyState>
    )
  return (
    <ul className="mx-auto flex max-w-180 flex-col p-3 md:p-6">
      {projects.map((project) => (
        <li key={project.key} className="border-b border-line last:border-0">
          <PrefetchLink
            href={routes.board(slug, project.key)}
            className="flex min-h-14 items-center gap-4 rounded-card px-3 py-2 transition-colors hover:bg-hover"
          >
            <span className="min-w-12 shrink-0 text-muted tabular-nums sm:w-24">{project.key}</span>
            <span className="min-w-0 grow truncate font-medium">{project.name}</span>
            <ProjectTaskCounts
              todo={project.todo}
              inProgress={project.inProgress}
              done={project.done}
            />
          </PrefetchLink>
        </li>
      ))}
    </ul>
  )
}
