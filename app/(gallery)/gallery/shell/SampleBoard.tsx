import { Avatar } from '@/app/_ui/Avatar'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityIcon } from '@/app/_ui/PriorityIcon'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'

const columns = [
  { name: 'To do', category: 'todo', hue: 'slate', count: '24' },
  { name: 'In progress', category: 'in_progress', hue: 'amber', count: '6/8' },
  { name: 'Review', category: 'in_progress', hue: 'violet', count: '3' },
  { name: 'Done', category: 'done', hue: 'green', count: '212' },
] as const

const cards = [
  {
    key: 'ALO-118',
    title: 'Logger fails in runtime',
    type: 'bug',
    level: 4,
    labels: ['api', 'core'],
  },
  {
    key: 'ALO-97',
    title: 'Retry the request when the server says 409, at most three times',
    type: 'story',
    level: 2,
    labels: ['core'],
  },
  { key: 'ALO-101', title: 'Write down how a release is made', type: 'task', level: 0, labels: [] },
] as const

/** A board of static cards, without data from a server. */
export function SampleBoard() {
  return (
    <div className="flex h-full gap-3 p-3">
      {columns.map((column) => (
        <section
          key={column.name}
          aria-label={column.name}
          className="flex w-column shrink-0 flex-col"
        >
          <h2 className="flex h-row items-center gap-2 px-1 font-medium">
            <StatusIcon category={column.category} hue={column.hue} />
            {column.name}
            <span className="text-faint tabular-nums">{column.count}</span>
          </h2>
          <div className="flex flex-col gap-2">
            {cards.map((card) => (
              <article
                key={card.key}
                className="rounded-card border border-line bg-raised px-3 py-2.5 hover:border-edge"
              >
                <p className="flex items-center justify-between text-faint tabular-nums">
                  {card.key}
                  <PriorityIcon level={card.level} />
                </p>
                <h3 className="line-clamp-2 font-medium">{card.title}</h3>
                <p className="mt-1.5 flex items-center gap-1.5">
                  <TaskTypeIcon type={card.type} />
                  {card.labels.map((label) => (
                    <LabelChip key={label} name={label} />
                  ))}
                  <span className="grow" />
                  <Avatar person={{ name: 'Ana Lima' }} size="small" />
                </p>
              </article>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
