import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ThemeSwitch } from '@/app/_ui/ThemeSwitch'
import { Badges } from './Badges'
import { Buttons } from './Buttons'
import { Colors } from './Colors'
import { Fields } from './Fields'
import { Overlays } from './Overlays'
import { States } from './States'
import { TextEditors } from './TextEditors'

export const metadata: Metadata = { title: 'Gallery' }

/** Shows every component in its states during development. Missing in production. */
export default function Gallery() {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <main className="mx-auto max-w-5xl px-4 py-6 md:px-8">
      <header className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-semibold">Gallery</h1>
        <ThemeSwitch />
      </header>
      <Colors />
      <Buttons />
      <Badges />
      <Fields />
      <Overlays />
      <TextEditors />
      <States />
    </main>
  )
}
