import { type ColumnsSelection, fillPlaceholders, type Query, type SQLWrapper } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import type { ReservedSql } from 'postgres'
import { arrayLiteral } from './arrayLiteral'
import { type Database, database } from './client'
import { valuesReader } from './readRows'

// `db.transaction` waits for each result before it sends the next statement, and each statement is
// parsed and planned again. That is too slow for the write path and the subscribers: here all
// statements are sent at once and prepared once per connection.

const dialect = new PgDialect()

/** A statement as text, with its parameters and placeholders in order. */
export type CompiledStatement = Query

/** Values by placeholder name. */
export type PlaceholderValues = Readonly<Record<string, Parameter | readonly Parameter[]>>
type Parameter = string | number | boolean | null

/** Compiles a statement that runs many times with different placeholder values. */
export const compileStatement = (statement: SQLWrapper): CompiledStatement =>
  dialect.sqlToQuery(statement.getSQL())

/** A transaction that sends statements without waiting for the results of earlier ones. */
export class PipelinedTransaction {
  private constructor(private readonly connection: ReservedSql) {}

  /**
   * Runs some work in a transaction and commits it, unless the work already has.
   * @param pool the source of the connection; by default the process's pool
   * @throws the work's error or the driver's; then nothing is written, unless the connection broke
   * during the commit
   */
  static async run<T>(
    work: (tx: PipelinedTransaction) => Promise<T>,
    pool: Database = database(),
  ): Promise<T> {
    const connection = await pool.sql.reserve()
    const tx = new PipelinedTransaction(connection)
    try {
      tx.start('begin')
      const result = await work(tx)
      if (!tx.isCommitted) await tx.commit()
      return result
    } catch (error) {
      await connection`rollback`.catch(() => {})
      throw error
    } finally {
      connection.release()
    }
  }

  private isCommitted = false

  /** Sends the commit after all earlier statements. */
  async commit(): Promise<void> {
    this.isCommitted = true
    await this.start('commit')
  }

  /** Sends a statement whose rows are not needed. */
  async send(statement: SQLWrapper | CompiledStatement, values?: PlaceholderValues): Promise<void> {
    const { text, parameters } = withValues(statement, values)
    await this.start(text, parameters)
  }

  /**
   * Sends a statement that returns `fields` in this order.
   * @returns the rows, typed and parsed by their columns
   */
  async select<F extends ColumnsSelection>(
    fields: F,
    statement: SQLWrapper | CompiledStatement,
    values?: PlaceholderValues,
  ): Promise<SelectResultFields<F>[]> {
    const { text, parameters } = withValues(statement, values)
    const rows: readonly unknown[][] = await this.start(text, parameters)
    return rows.map(valuesReader(fields))
  }

  private start(text: string, parameters: Parameter[] = []) {
    const answer = this.connection.unsafe(text, parameters, { prepare: true }).values().execute()
    // An earlier statement's error rejects this result too, perhaps before anybody awaits it.
    answer.catch(() => {})
    return answer
  }
}

function withValues(statement: SQLWrapper | CompiledStatement, values: PlaceholderValues = {}) {
  const { sql, params } = 'params' in statement ? statement : compileStatement(statement)
  return { text: sql, parameters: fillPlaceholders(params, values).map(toParameter) }
}

function toParameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return arrayLiteral(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  throw new Error(`A statement cannot take a parameter of the type ${typeof value}.`)
}
