'use client'

import { Avatar } from '@/app/_ui/Avatar'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityIcon } from '@/app/_ui/PriorityIcon'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TaskTypeIcon } from '@/app/_ui/TaskTypeIcon'
import { GalleryRow, GallerySection } from './GallerySection'

export const people = [
  { name: 'Ana Lima' },
  { name: 'Jonas Berg' },
  { name: 'Mei Tanaka' },
  { name: 'Priya Raman' },
  { name: 'Tom O’Neil', placeholder: true },
  { name: 'Zoë Martin' },
]

const now = Date.now()

/** People, statuses, priorities, types, labels and times. */
export function Badges() {
  return (
    <GallerySection title="Marks">
      <GalleryRow>
        {(['small', 'normal', 'large'] as const).map((size) =>
          people.map((person) => <Avatar key={person.name} person={person} size={size} />),
        )}
        <AvatarStack label="Here now" people={people} />
        <AvatarStack label="Assigned" people={people.slice(0, 2)} size="small" />
      </GalleryRow>
      <GalleryRow>
        <StatusIcon category="todo" hue="slate" label="To do" />
        <StatusIcon category="in_progress" hue="amber" label="In progress" />
        <StatusIcon category="in_progress" hue="violet" fraction={0.75} label="Review" />
        <StatusIcon category="done" hue="green" label="Done" />
        {([0, 1, 2, 3, 4] as const).map((level) => (
          <PriorityIcon key={level} level={level} />
        ))}
        {(['epic', 'story', 'task', 'bug', 'subtask'] as const).map((type) => (
          <TaskTypeIcon key={type} type={type} />
        ))}
      </GalleryRow>
      <GalleryRow>
        {['api', 'core', 'design', 'good first task', 'a label with a very long name indeed'].map(
          (name) => (
            <LabelChip key={name} name={name} />
          ),
        )}
        <LabelChip name="docs" onRemove={() => {}} />
        <RelativeTime at={now} />
        <RelativeTime at={now - 1000 * 60 * 12} />
        <RelativeTime at={now - 1000 * 60 * 60 * 50} />
        <RelativeTime at="2024-03-12T09:30:00Z" />
      </GalleryRow>
    </GallerySection>
  )
}
