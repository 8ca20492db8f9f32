'use client'

import { Command as Cmdk } from 'cmdk'
import { useState } from 'react'
import type { CommandPaletteProps, PaletteCommand } from './CommandPalette'
import { DialogPanel } from './DialogPanel'
import { Kbd } from './Kbd'
import { Spinner } from './Spinner'

/** The part of CommandPalette that contains the search. */
export function CommandPalettePanel(props: CommandPaletteProps) {
  const { open, onOpenChange, groups, onSearch, placeholder = 'Go to, or do…' } = props
  const [text, setText] = useState('')
  const [wasOpen, setWasOpen] = useState(open)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) setText('')
  }

  const run = (command: PaletteCommand) => {
    onOpenChange(false)
    command.run()
  }
  return (
    <DialogPanel open={open} onOpenChange={onOpenChange} title="Commands" hideTitle>
      <Cmdk label="Commands" loop>
        <div className="flex items-center gap-2 border-b border-line pr-4">
          <Cmdk.Input
            value={text}
            onValueChange={(next) => {
              setText(next)
              onSearch?.(next)
            }}
            placeholder={placeholder}
            className="h-12 grow bg-transparent px-4 text-body outline-none"
          />
          {props.pending ? <Spinner label="Searching" /> : null}
        </div>
        <Cmdk.List className="max-h-[min(26rem,60dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-2">
          <Cmdk.Empty className="px-2 py-6 text-center text-muted">
            {props.pending ? 'Searching…' : `Nothing is called “${text}”.`}
          </Cmdk.Empty>
          {groups.map((group) => (
            <Cmdk.Group
              key={group.title}
              heading={group.title}
              className="mb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint"
            >
              {group.commands.map((command) => (
                <CommandItem key={command.id} command={command} run={run} />
              ))}
            </Cmdk.Group>
          ))}
        </Cmdk.List>
      </Cmdk>
    </DialogPanel>
  )
}

function CommandItem({
  command,
  run,
}: {
  command: PaletteCommand
  run: (command: PaletteCommand) => void
}) {
  return (
    <Cmdk.Item
      value={command.id}
      keywords={[command.label, command.hint ?? '', ...(command.keywords ?? [])]}
      onSelect={() => run(command)}
      className="flex min-h-row items-center gap-2.5 rounded-card px-2 data-[selected=true]:bg-hover"
    >
      {command.icon ? (
        <span className="flex w-4 justify-center text-muted [&_svg]:size-4">{command.icon}</span>
      ) : null}
      <span className="min-w-0 grow truncate">{command.label}</span>
      {command.hint ? <span className="max-w-40 truncate text-faint">{command.hint}</span> : null}
      {command.keys ? <Kbd keys={command.keys} /> : null}
    </Cmdk.Item>
  )
}
