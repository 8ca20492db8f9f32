import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MarkdownText } from '@/app/_ui/MarkdownText'

const renderHtml = (text: string) => renderToStaticMarkup(createElement(MarkdownText, { text }))
const linkTargets = (text: string) =>
  [...renderHtml(text).matchAll(/href="([^"]*)"/g)].map(([, at]) => at)

describe('Markdown written by other people', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#x09;script:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '![a](javascript:alert(1))',
    '[a]: javascript:alert(1)\n\n[a]',
  ])('no link has a target in %j', (text) => {
    for (const address of linkTargets(text)) expect(address).toBe('')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x">b</b>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{display:none}</style>',
    '[a](https://a.example "x\\" onmouseover=\\"alert(1)")',
    '`<img src=x onerror=alert(1)>`',
  ])('no HTML element is rendered from %j', (text) => {
    expect(renderHtml(text)).not.toMatch(/<(script|img|iframe|style|b)[\s>]|<[^>]*\son\w+=/)
  })

  it('images load nothing from other sites, and links send no referrer', () => {
    const picture = renderHtml('![cat](https://evil.example/cat.png)')
    expect(picture).not.toContain('<img')
    for (const text of [
      '[a](https://evil.example)',
      '[a](//evil.example)',
      '<https://evil.example>',
    ]) {
      expect(renderHtml(text)).toMatch(/rel="[^"]*noopener[^"]*noreferrer/)
    }
  })

  it('links to our own pages open in the same tab', () => {
    expect(renderHtml('[a](/acme/ALO-1)')).not.toContain('target=')
  })
})
