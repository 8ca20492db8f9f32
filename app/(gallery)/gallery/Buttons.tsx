'use client'

import { Archive, Filter, Plus, Settings } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { ButtonLink } from '@/app/_ui/ButtonLink'
import { IconButton } from '@/app/_ui/IconButton'
import { Kbd } from '@/app/_ui/Kbd'
import { Spinner } from '@/app/_ui/Spinner'
import { Tooltip } from '@/app/_ui/Tooltip'
import { GalleryRow, GallerySection } from './GallerySection'

const tones = ['primary', 'secondary', 'ghost', 'danger'] as const
const icon = 'size-4'

/** Buttons in all tones, sizes and states. */
export function Buttons() {
  return (
    <GallerySection title="Buttons">
      {(['normal', 'small'] as const).map((size) => (
        <GalleryRow key={size}>
          {tones.map((tone) => (
            <Button key={tone} tone={tone} size={size}>
              {tone === 'danger' ? 'Remove status' : 'Start sprint'}
            </Button>
          ))}
          <Button size={size} icon={<Plus className={icon} />}>
            New task
          </Button>
          <Button size={size} tone="primary" pending>
            Saving
          </Button>
          <Button size={size} disabled>
            Not now
          </Button>
        </GalleryRow>
      ))}
      <GalleryRow>
        <IconButton label="Filter" keys="/" icon={<Filter className={icon} />} />
        <IconButton label="Archive" tone="secondary" icon={<Archive className={icon} />} />
        <IconButton label="Settings" size="small" icon={<Settings className="size-3.5" />} />
        <IconButton label="Save" pending icon={null} />
        <ButtonLink href="/gallery/shell">See the app shell</ButtonLink>
        <Tooltip text="Everyone sees it at once" keys="Ctrl Enter">
          <Button>With a tooltip</Button>
        </Tooltip>
        <Spinner label="Loading" />
        <Kbd keys="C" />
        <Kbd keys="Ctrl K" />
        <Kbd keys="G then B" />
      </GalleryRow>
    </GallerySection>
  )
}
