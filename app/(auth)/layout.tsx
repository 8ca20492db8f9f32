import type { ReactNode } from 'react'

/** The layout of pages outside a workspace: one narrow column without navigation. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid min-h-dvh w-full max-w-96 content-center gap-6 px-5 py-10"
    >
      <p className="font-semibold text-muted">Concord</p>
      {children}
    </main>
  )
}
