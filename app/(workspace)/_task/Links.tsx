import { NearLink } from '@/app/_ui/NearLink'
import { addresses, projectKeyOf } from '../_frame/addresses'
import { useWorkspace } from '../_frame/workspace'

/** The tasks that this one is tied to; those of projects that are not here are only named. */
export function Links({ links }: { links: readonly string[] }) {
  const { slug, projects } = useWorkspace()
  if (links.length === 0) return null
  const known = new Set(projects.map((project) => project.key))
  return (
    <section aria-label="Links" className="mt-4">
      <h3 className="font-medium">Links</h3>
      <ul>
        {links.map((link) => {
          const [kind = '', key = ''] = link.split(':')
          return (
            <li key={link} className="flex min-h-7 items-center gap-2 touch:min-h-row">
              <span className="text-muted">{kind.replaceAll('-', ' ')}</span>
              {known.has(projectKeyOf(key)) ? (
                <NearLink
                  href={addresses.task(slug, key)}
                  className="rounded-chip text-accent-ink tabular-nums hover:underline"
                >
                  {key}
                </NearLink>
              ) : (
                <span className="tabular-nums">{key}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
