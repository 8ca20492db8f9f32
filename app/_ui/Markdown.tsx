import { lazy, Suspense } from 'react'

// The server renders the text at once. In the browser the code loads without blocking the page.
const MarkdownText = lazy(() =>
  import('./MarkdownText').then((module) => ({ default: module.MarkdownText })),
)

/** GitHub-flavored Markdown as safe HTML: no raw HTML, images only as links. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <MarkdownText text={text} />
    </Suspense>
  )
}
