import { type ColumnsSelection, fillPlaceholders, type Query, type SQLWrapper } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import type { ReservedSql } from 'postgres'
import { arrayLiteral } from './arrayLiteral'
import { type Database, database } from './client'
import { valuesReader } from './readRows'

// `db.transaction` waits for each answer before it sends the next statement, and has each one parsed
// and planned anew. The write path and the subscribers cannot afford that: their statements are sent
// at once, behind those before them, and prepared once a connection.

const dialect = new PgDialect()

/** A statement as text, with its parameters and placeholders in order. */
export type CompiledStatement = Query

/** Values by the names of placeholders. */
export type PlaceholderValues = Readonly<Record<string, Parameter | readonly Parameter[]>>
type Parameter = string | number | boolean | null

/** Compiles a statement that is sent many times, with other values for its placeholders. */
export const compileStatement = (statement: SQLWrapper): CompiledStatement =>
  dialect.sqlToQuery(statement.getSQL())

/** A transaction whose statements are sent without waiting for the answers to earlier ones. */
export class PipelinedTransaction {
  private constructor(private readonly connection: ReservedSql) {}

  /**
   * Does some work in a transaction, and commits it where the work has not.
   * @param pool where the connection comes from; the process's own pool when left out
   * @throws what the work throws, or the driver's error; nothing is written then
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

  /** Sends the commit, behind all that was sent before. */
  async commit(): Promise<void> {
    this.isCommitted = true
    await this.start('commit')
  }

  /** Sends a statement of which the rows do not matter. */
  async send(statement: SQLWrapper | CompiledStatement, values?: PlaceholderValues): Promise<void> {
    const { text, parameters } = withValues(statement, values)
    await this.start(text, parameters)
  }

  /**
   * Sends a statement that gives `fields`, in their order.
   * @returns the rows, typed and read by the columns that they come from
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
    // An earlier statement's error reaches this one too, perhaps before somebody awaits it.
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
