'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '@/app/_ui/Checkbox'
import { DateField } from '@/app/_ui/DateField'
import { RadioGroup } from '@/app/_ui/RadioGroup'
import { SegmentedControl } from '@/app/_ui/SegmentedControl'
import { Switch } from '@/app/_ui/Switch'
import { Tabs } from '@/app/_ui/Tabs'
import { TextArea } from '@/app/_ui/TextArea'
import { TextField } from '@/app/_ui/TextField'
import { GallerySection } from './GallerySection'

/** Text fields, checkboxes, switches and other form controls. */
export function Fields() {
  const [day, setDay] = useState<string | null>('2026-03-12')
  const [role, setRole] = useState<string>('member')
  const [view, setView] = useState<'board' | 'list'>('board')
  return (
    <GallerySection title="Fields">
      <div className="grid gap-5 md:grid-cols-2">
        <TextField label="E-mail" type="email" placeholder="ana@example.com" />
        <TextField label="Search" type="search" icon={<Search />} placeholder="Filter…" />
        <TextField label="Key" defaultValue="ALO1" error="A key is two to ten capital letters." />
        <TextField label="Name" hint="As people say it." disabled defaultValue="Aloy" />
        <TextArea label="Note" placeholder="What changed?" />
        <DateField label="Due" value={day} onChange={setDay} />
        <div>
          <Checkbox label="Import comments" defaultChecked />
          <Checkbox label="Skip broken lines" hint="They are listed in the report." />
          <Checkbox label="Not possible here" disabled />
          <Switch label="Tell me by e-mail" defaultChecked />
          <Switch label="Only what is assigned to me" hint="Leaves out what you watch." />
        </div>
        <RadioGroup
          label="Role"
          value={role}
          onChange={setRole}
          options={[
            { value: 'admin', label: 'Admin', hint: 'Changes people and settings.' },
            { value: 'member', label: 'Member' },
            { value: 'viewer', label: 'Viewer', disabled: true },
          ]}
        />
      </div>
      <div>
        <SegmentedControl
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: 'board', label: 'Board' },
            { value: 'list', label: 'List' },
          ]}
        />
      </div>
      <Tabs
        label="Thread"
        tabs={[
          { id: 'all', label: 'All', content: <p>Comments and history as one thread.</p> },
          { id: 'comments', label: 'Comments', count: 4, content: <p>Four comments.</p> },
          { id: 'history', label: 'History', count: 31, content: <p>What happened.</p> },
        ]}
      />
    </GallerySection>
  )
}
