import { EmptyState } from '@/app/_ui/EmptyState'
import { NearLink } from '@/app/_ui/NearLink'
import type { ProjectChoice } from '@/server/queries/projects'
import { addresses } from './addresses'
import { CreateProjectButton } from './CreateProjectButton'
import { WorkBar } from './WorkBar'

type Props = { slug: string; projects: ProjectChoice[]; mayCreate: boolean }

/** Every project with how far its work is; each leads to its board. */
export function ProjectList({ slug, projects, mayCreate }: Props) {
  if (projects.length === 0)
    return (
      <EmptyState action={mayCreate ? <CreateProjectButton /> : null}>
        There are no projects yet. A project has a board, and tasks with keys such as WEB-1.
      </EmptyState>
    )
  return (
    <ul className="mx-auto flex max-w-180 flex-col p-3 md:p-6">
      {projects.map((project) => (
        <li key={project.key} className="border-b border-line last:border-0">
          <NearLink
            href={addresses.board(slug, project.key)}
            className="flex min-h-14 items-center gap-4 rounded-card px-3 py-2 transition-colors hover:bg-hover"
          >
            <span className="min-w-12 shrink-0 text-muted tabular-nums sm:w-24">{project.key}</span>
            <span className="min-w-0 grow truncate font-medium">{project.name}</span>
            <WorkBar todo={project.todo} inProgress={project.inProgress} done={project.done} />
          </NearLink>
        </li>
      ))}
    </ul>
  )
}
