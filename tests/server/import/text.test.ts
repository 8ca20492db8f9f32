import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adfToMarkdown } from '@/server/import/jira/text/adfToMarkdown'
import { wikiToMarkdown } from '@/server/import/jira/text/wikiToMarkdown'
import { propertyRuns } from '@/tests/support/propertyRuns'

const nameOf = (mention: string) => (mention === 'u-rita' ? 'Rita Reporter' : undefined)
const toMarkdown = (text: string) => wikiToMarkdown(text, nameOf)

describe('converting wiki markup', () => {
  // If each start were scanned to the end of the text, any of these would take hours.
  it.each([
    '[',
    '{{',
    '{color:',
    '{code:',
    '{panel:title=',
    '{code}{quote}',
    '!a.',
    '??a',
    '*',
    '`',
  ])('a long text that consists only of %s is converted quickly', (beginning) => {
    const text = beginning.repeat(2_000_000 / beginning.length)
    expect(toMarkdown(text).length).toBeGreaterThan(0)
  })

  it.each([
    ['h2. Steps', '## Steps'],
    ['*bold* and _italic_', '**bold** and _italic_'],
    ['a -gone- and +new+', 'a ~~gone~~ and new'],
    ['2*3*4 stays, so does a_b_c', '2*3*4 stays, so does a_b_c'],
    ['well-known - and -v flags', 'well-known - and -v flags'],
    ['{{some_code*}}', '`some_code*`'],
    ['{{a ` tick}}', '`` a ` tick ``'],
    ['[Docs|https://a.example/b_c]', '[Docs](https://a.example/b_c)'],
    ['[Docs|https://a.example/b_(c)]', '[Docs](<https://a.example/b_(c)>)'],
    ['[https://a.example]', '<https://a.example>'],
    ['[~u-rita] and [~nobody]', '@Rita Reporter and @nobody'],
    ['[~accountid:u-rita]', '@Rita Reporter'],
    ['[link|javascript:alert(1)]', 'link'],
    ['[TAG] stays', '[TAG] stays'],
    ['!shot.png|thumbnail! and Wow!! Great!', '`shot.png` and Wow!! Great!'],
    ['see https://a.example/x_y_z-1-2', 'see https://a.example/x_y_z-1-2'],
    ['{color:red}red{color}', 'red'],
    ['bq. said', '> said'],
    ['----', '---'],
    ['a <b>tag</b>', 'a \\<b>tag\\</b>'],
    ['~5 of ~6', '\\~5 of \\~6'],
    ['one\ntwo', 'one  \ntwo'],
    ['one\r\n\r\ntwo', 'one\n\ntwo'],
    ['* one\n** in\n* two', '- one\n   - in\n- two'],
    ['# one\n## in\n# two', '1. one\n   1. in\n1. two'],
    ['||A||B||\n|x|y|', '| A | B |\n| --- | --- |\n| x | y |'],
    ['|x|[l|http://a.example]|', '|  |  |\n| --- | --- |\n| x | [l](http://a.example) |'],
    ['Input\n--------\nmore', 'Input\n\n---\n\nmore'],
    ['{quote}\nso\n{quote}', '> so'],
    ['{panel:title=Note|bgColor=red}in{panel}', '> **Note**\n>\n> in'],
    ['{code:java|title=x}\nint *a* = 1;\n{code}', '```java\nint *a* = 1;\n```'],
    ['{noformat}a _b_{noformat}', '```\na _b_\n```'],
    ['{code}never closed', '{code}never closed'],
    ['{quote}{code}\nx\n{code}{quote}', '> ```\n> x\n> ```'],
  ])('%j is converted to %j', (text, markdown) => {
    expect(toMarkdown(text)).toBe(markdown)
  })

  it('code stays unchanged, whatever it contains', () => {
    const code = fc.string({ unit: fc.constantFrom('a', '*', '_', '`', '|', '[', ']', ' ', '\n') })
    fc.assert(
      fc.property(code, (text) => {
        const trimmed = text.replace(/^[ \t]*\n/, '').trimEnd()
        expect(toMarkdown(`{code}\n${text}\n{code}`)).toContain(`\n${trimmed}\n`)
      }),
      propertyRuns(),
    )
  })

  it('any text is converted without an error and without losing a word that Jira shows', () => {
    // A link shows its label; its target is kept only when it is a URL.
    const withoutTargets = (text: string) => text.replace(/\[([^[\]|\n]*)\|[^[\]\n]*\]/g, '[$1]')
    const piece = fc.constantFrom(
      ...['word', ' ', '\n', '*', '_', '-', '|', '||', '[', ']', '{quote}', '{code}', '{{', '}}'],
      ...['h1. ', '# ', '* ', '!', '\\', '~', '<b>', '{panel:title=x}', '{panel}', '\uE0000\uE000'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const count = (in_: string) => in_.split('word').length
        const kept = count(toMarkdown(text))
        expect(kept).toBeGreaterThanOrEqual(count(withoutTargets(text)))
        expect(kept).toBeLessThanOrEqual(count(text))
      }),
      propertyRuns(500),
    )
  })
})

describe('converting documents of Jira Cloud', () => {
  const doc = (...content: object[]) => adfToMarkdown({ type: 'doc', version: 1, content }, nameOf)
  const text = (words: string, ...checkpoints: object[]) => ({
    type: 'text',
    text: words,
    marks: checkpoints,
  })
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

  it('marks, links and mentions are converted', () => {
    const markdown = doc(
      paragraph(
        text('bold ', { type: 'strong' }),
        text('a*b', { type: 'em' }),
        text(' '),
        text('x_y', { type: 'code' }),
        text(' '),
        text('docs', { type: 'link', attrs: { href: 'https://a.example' } }),
        { type: 'hardBreak' },
        { type: 'mention', attrs: { id: 'u-rita', text: '@Rita' } },
      ),
    )
    expect(markdown).toBe('**bold** _a\\*b_ `x_y` [docs](https://a.example)  \n@Rita Reporter')
  })

  it('blocks, nested lists and tables are converted', () => {
    const item = (...content: object[]) => ({ type: 'listItem', content })
    const cell = (type: string, words: string) => ({ type, content: [paragraph(text(words))] })
    const markdown = doc(
      { type: 'heading', attrs: { level: 3 }, content: [text('Plan')] },
      {
        type: 'bulletList',
        content: [
          item(paragraph(text('one')), {
            type: 'orderedList',
            content: [item(paragraph(text('in')))],
          }),
        ],
      },
      { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('a = 1')] },
      { type: 'panel', content: [paragraph(text('careful'))] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'A'), cell('tableHeader', 'B')] },
          { type: 'tableRow', content: [cell('tableCell', '1|2'), cell('tableCell', '3')] },
        ],
      },
      { type: 'newKindOfBlock', content: [paragraph(text('still read'))] },
    )
    expect(markdown).toBe(
      [
        '### Plan',
        '- one\n  1. in',
        '```ts\na = 1\n```',
        '> careful',
        '| A | B |\n| --- | --- |\n| 1\\|2 | 3 |',
        'still read',
      ].join('\n\n'),
    )
  })

  it('an invalid document gives an empty text', () => {
    expect(adfToMarkdown(null)).toBe('')
    expect(adfToMarkdown({ type: 'doc', content: [null, 5, 'x'] })).toBe('')
  })
})
