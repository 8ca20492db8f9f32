import ts from 'typescript'

/** Allowed casts that do not concern rows, by file, with their types as written. */
const OTHER_CASTS: Record<string, string[]> = {
  // A scope is proof that access was checked, so only this file may create one.
  'server/access/authorize.ts': ['WorkspaceScope'],
  'server/write/load.ts': ['Record<ReadName, never[]>'],
  // A loaded module and a file on disk.
  'scripts/serve/demoData.ts': ['SeedModule', 'DemoSignIn[]'],
}

/** SQL keywords that are also names of columns. */
const KEYWORDS = /\bon conflict\b|\bat time zone\b/gi
const QUOTED_TEXT = /'[^']*'/g
const STATEMENT =
  /^\s*(select\b.*\bfrom\b|with\s+(recursive\s+)?\w+\s+as\s*\(|insert\s+into\b|update\b.*\bset\b|delete\s+from\b|analyze\b)/is
const DRIVER_MEMBERS = new Set(['sql', '$client', 'unsafe'])

/**
 * Returns how a file accesses the database other than through the schema: SQL that spells the name
 * of a table or column, statements in plain strings, use of the driver, and casts of rows.
 * @param names the names of tables and columns
 * @returns one sentence with the line number for each violation
 */
export function dataAccessViolations(
  path: string,
  text: string,
  names: ReadonlySet<string>,
): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const usesDatabase = /from '@\/db\//.test(text)
  const found: string[] = []
  const check = (node: ts.Node): void => {
    const violation =
      sqlViolation(node, names) ??
      driverViolation(node) ??
      (usesDatabase ? rowViolation(path, node) : null)
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    if (violation) found.push(`${path}:${line + 1} ${violation}`)
    ts.forEachChild(node, check)
  }
  check(source)
  return found
}

function sqlViolation(node: ts.Node, names: ReadonlySet<string>): string | null {
  const text = sqlTextOf(node)
  if (text === null)
    return STATEMENT.test(plainTextOf(node)) ? 'has a statement in a plain string' : null
  const words = text.replace(QUOTED_TEXT, ' ').replace(KEYWORDS, ' ').split(/\W+/)
  const spelled = [...new Set(words.filter((word) => names.has(word)))]
  return spelled.length > 0 ? `spells ${spelled.join(', ')} in SQL` : null
}

/**
 * Returns the SQL text of a `sql` template, `sql.raw` or `sql.identifier`; null for other nodes.
 */
function sqlTextOf(node: ts.Node): string | null {
  if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText()))
    return textOf(node.template)
  if (ts.isCallExpression(node) && /^sql\.(raw|identifier)$/.test(node.expression.getText())) {
    const [argument] = node.arguments
    return argument && ts.isStringLiteralLike(argument) ? argument.text : null
  }
  return null
}

/** Returns the text of a string or an untagged template; empty for other nodes. */
function plainTextOf(node: ts.Node): string {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
  return isText && !ts.isTaggedTemplateExpression(node.parent) ? textOf(node) : ''
}

function textOf(literal: ts.StringLiteralLike | ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(literal)) return literal.text
  const parts = literal.templateSpans.map((span) => span.literal.text)
  return [literal.head.text, ...parts].join(' $ ')
}

function driverViolation(node: ts.Node): string | null {
  const name =
    ts.isPropertyAccessExpression(node) || ts.isBindingElement(node)
      ? node.name.getText()
      : ts.isTaggedTemplateExpression(node) && ts.isPropertyAccessExpression(node.tag)
        ? node.tag.name.text
        : null
  return name !== null && DRIVER_MEMBERS.has(name) ? `uses the driver by ${name}` : null
}

function rowViolation(path: string, node: ts.Node): string | null {
  if (ts.isTypeReferenceNode(node) && node.getText() === 'Record<string, unknown>')
    return 'has rows of unknown columns'
  if (!ts.isAsExpression(node)) return null
  const type = node.type.getText()
  const value = node.expression.getText()
  const isHarmless = type === 'const' || value === '[]' || value === 'error'
  const isOfKeys = value.startsWith('Object.keys(')
  if (isHarmless || isOfKeys || OTHER_CASTS[path]?.includes(type)) return null
  return `claims a type by a cast to ${type}`
}
