import { ProjectionListItem } from './ProjectionListItem'
import { countsLabel, type Projection } from './projectionLabels'

type Props = { workspace: string; projection: Projection; onChange: () => Promise<void> }

/** One projection: the number of projects in each state, and the list of projects. */
export function ProjectionSection({ workspace, projection, onChange }: Props) {
  const { name, title, counts, projects, canRebuild } = projection
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
  return (
    <section aria-labelledby={`projection-${name}`} className="flex flex-col gap-2">
      <h2 id={`projection-${name}`} className="text-body font-semibold">
        {title} <span className="font-normal text-muted tabular-nums">{countsLabel(counts)}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {projects.map((project) => (
          <ProjectionListItem
            key={project.projectId}
            workspace={workspace}
            projection={{ name, title, canRebuild }}
            project={project}
            onChange={onChange}
          />
        ))}
      </ul>
      {total > projects.length ? (
        <p className="text-muted">
          {(total - projects.length).toLocaleString('en')} more projects with the same lag or less
        </p>
      ) : null}
    </section>
  )
}
