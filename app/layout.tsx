import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { LazyTooltipLayer } from '@/app/_ui/LazyTooltipLayer'
import { LiveRegion } from './_ui/LiveRegion'
import { Toaster } from './_ui/Toaster'
import { firstPaintScript } from './_ui/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Concord', template: '%s · Concord' },
  description: 'A project tracker for teams that change the same things at the same time.',
}

export const viewport: Viewport = { viewportFit: 'cover', colorScheme: 'light dark' }

/** The root layout: fonts and theme, and the live region, tooltips and toasts of every page. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      className={GeistSans.variable}
      // The script below sets attributes of this element before React hydrates the page.
      suppressHydrationWarning
    >
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text */}
        <script dangerouslySetInnerHTML={{ __html: firstPaintScript }} />
      </head>
      <body>
        {children}
        <LiveRegion />
        <LazyTooltipLayer />
        <Toaster />
      </body>
    </html>
  )
}
