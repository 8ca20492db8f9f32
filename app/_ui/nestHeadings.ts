type MarkdownNode = { type: string; depth?: number; children?: MarkdownNode[] }

/** The level of the highest heading in a text: under the page's own h1 and h2. */
const TOP_LEVEL = 3

/**
 * A remark plugin: moves the headings of a text under those of the page around it, and lets none
 * skip a level, so that a screen reader's outline stays whole.
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
