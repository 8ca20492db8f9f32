type MarkdownNode = { type: string; depth?: number; children?: MarkdownNode[] }

/** Level of the highest heading in a text, below the page's own h1 and h2. */
const TOP_LEVEL = 3

/**
 * A remark plugin that moves a text's headings below those of the page and skips no level, so that
 * the outline for screen readers stays intact.
 */
export function nestHeadings() {
  return (root: MarkdownNode) => {
    let last = TOP_LEVEL - 1
    let shift: number | undefined
    const visit = (node: MarkdownNode) => {
      if (node.type === 'heading' && node.depth !== undefined) {
        shift ??= TOP_LEVEL - node.depth
        last = Math.max(TOP_LEVEL, Math.min(6, node.depth + shift, last + 1))
        node.depth = last
      }
      node.children?.forEach(visit)
    }
    visit(root)
  }
}
