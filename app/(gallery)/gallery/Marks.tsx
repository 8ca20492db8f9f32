'use client'

import { Avatar } from '@/app/_ui/Avatar'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { LabelChip } from '@/app/_ui/LabelChip'
import { PriorityBars } from '@/app/_ui/PriorityBars'
import { RelativeTime } from '@/app/_ui/RelativeTime'
import { StatusRing } from '@/app/_ui/StatusRing'
import { TypeGlyph } from '@/app/_ui/TypeGlyph'
import { Line, Section } from './Section'

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
export function Marks() {
  return (
    <Section title="Marks">
      <Line>
        {(['small', 'normal', 'large'] as const).map((size) =>
          people.map((person) => <Avatar key={person.name} person={person} size={size} />),
        )}
        <AvatarStack label="Here now" people={people} />
        <AvatarStack label="Assigned" people={people.slice(0, 2)} size="small" />
      </Line>
      <Line>
        <StatusRing category="todo" hue="slate" label="To do" />
        <StatusRing category="in_progress" hue="amber" label="In progress" />
        <StatusRing category="in_progress" hue="violet" part={0.75} label="Review" />
        <StatusRing category="done" hue="green" label="Done" />
        {([0, 1, 2, 3, 4] as const).map((level) => (
          <PriorityBars key={level} level={level} />
        ))}
        {(['epic', 'story', 'task', 'bug', 'subtask'] as const).map((type) => (
          <TypeGlyph key={type} type={type} />
        ))}
      </Line>
      <Line>
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
      </Line>
    </Section>
  )
}
