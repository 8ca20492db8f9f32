import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { nestHeadings } from './nestHeadings'

const proseClasses = [
  'max-w-[70ch] text-body wrap-anywhere',
  '[&>*:first-child]:mt-0 [&>*:last-child]:mb-0 [&_p]:my-2',
  '[&_:is(h3,h4,h5,h6)]:mt-4 [&_:is(h3,h4,h5,h6)]:mb-1 [&_:is(h3,h4,h5,h6)]:font-semibold',
  '[&_ul]:my-2 [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:my-2 [&_ol]:list-decimal [&_ol]:pl-5',
  '[&_.contains-task-list]:list-none [&_.contains-task-list]:pl-1 [&_li>input]:mr-2 [&_li>input]:accent-(--accent)',
  '[&_blockquote]:my-2 [&_blockquote]:border-l-2 [&_blockquote]:border-line [&_blockquote]:pl-3 [&_blockquote]:text-muted',
  '[&_code]:rounded-chip [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-ui',
  '[&_pre]:my-2 [&_pre]:overflow-x-auto [&_pre]:rounded-card [&_pre]:bg-sunken [&_pre]:p-3 [&_pre_code]:p-0',
  '[&_table]:my-2 [&_table]:block [&_table]:overflow-x-auto [&_th]:border-b [&_th]:border-line [&_th]:px-2 [&_th]:py-1 [&_th]:text-left [&_th]:font-medium [&_td]:border-b [&_td]:border-line [&_td]:px-2 [&_td]:py-1',
  '[&_hr]:my-4 [&_hr]:border-line',
].join(' ')

const linkClasses =
  'text-accent-ink underline decoration-line underline-offset-2 hover:decoration-current'

function TextLink({ href = '', children }: { href?: string; children?: React.ReactNode }) {
  const isInternal = /^(#|\/(?![/\\]))/.test(href)
  const externalProps = isInternal ? {} : { target: '_blank', rel: 'noopener noreferrer nofollow' }
  return (
    <a href={href} className={linkClasses} {...externalProps}>
      {children}
    </a>
  )
}

/** Loading an image would reveal the reader to its host. A link lets the reader decide. */
function ImageLink({ src, alt }: ComponentProps<'img'>) {
  const href = typeof src === 'string' ? src : ''
  return <TextLink href={href}>{alt || href || 'Picture'}</TextLink>
}

const components: Components = {
  a: ({ href, children }) => <TextLink href={href}>{children}</TextLink>,
  img: ({ src, alt }) => <ImageLink src={src} alt={alt} />,
  input: ({ checked }) => (
    <input
      type="checkbox"
      checked={checked ?? false}
      disabled
      aria-label={checked ? 'Done' : 'To do'}
    />
  ),
  // A wide block scrolls sideways, which the keyboard must be able to do as well.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
}

/** The part of Markdown that contains the parser. */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className={proseClasses}>
      <ReactMarkdown remarkPlugins={[remarkGfm, nestHeadings]} components={components} skipHtml>
        {text}
      </ReactMarkdown>
    </div>
  )
}
