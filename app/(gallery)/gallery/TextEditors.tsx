'use client'

import { useState } from 'react'
import { EditableText } from '@/app/_ui/EditableText'
import { Markdown } from '@/app/_ui/Markdown'
import { MarkdownEditor } from '@/app/_ui/MarkdownEditor'
import { toast } from '@/app/_ui/toast'
import { GallerySection } from './GallerySection'

const sample = `The logger throws when the runtime has **no console**.

## Steps
1. Start with \`--headless\`
2. Log anything

- [x] reproduce
- [ ] fix, see [the report](https://example.com/report)

> It worked in 2.1.

\`\`\`
TypeError: console is undefined
\`\`\`

| build | result |
|---|---|
| 2.1 | works |
| 2.2 | fails |

![a picture](https://example.com/picture.png) <b>raw HTML is left out</b>`

/** Texts that are edited in place, and rendered and edited Markdown. */
export function TextEditors() {
  const [title, setTitle] = useState('Retry the request when the server says 409')
  const [empty, setEmpty] = useState('')
  const [text, setText] = useState(sample)
  return (
    <GallerySection title="Texts">
      <div className="px-2">
        <EditableText
          label="Title"
          value={title}
          onSave={setTitle}
          required
          className="text-title font-semibold"
        />
        <EditableText
          label="Summary"
          value={empty}
          onSave={setEmpty}
          isMultiline
          placeholder="Add a summary"
        />
        <EditableText label="Read only" value="A viewer reads this" onSave={() => {}} readOnly />
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <Markdown text={text} />
        <MarkdownEditor
          label="Description"
          value={text}
          onChange={setText}
          saveLabel="Save description"
          onSave={() => toast.success('Saved')}
          onCancel={() => setText(sample)}
        />
      </div>
    </GallerySection>
  )
}
