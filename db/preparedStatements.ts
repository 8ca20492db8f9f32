import type { ISql, Sql, TransactionSql } from 'postgres'

/**
 * Returns a client for Drizzle that prepares every statement once per connection. Drizzle requests
 * unprepared ones: each would be parsed and planned again, would need two round trips because its
 * parameters must be described first, and could not be pipelined.
 */
export function preparedStatements(client: Sql): Sql {
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe') return prepareUnsafe(target)
      if (key === 'begin') return (run: Scope) => target.begin((tx) => run(prepareTransaction(tx)))
      return Reflect.get(target, key)
    },
  })
}

/** The callback that Drizzle runs in a transaction or a savepoint. */
type Scope = (transaction: TransactionSql) => Promise<unknown>

function prepareTransaction(transaction: TransactionSql): TransactionSql {
  return new Proxy(transaction, {
    get(target, key) {
      if (key === 'unsafe') return prepareUnsafe(target)
      if (key !== 'savepoint') return Reflect.get(target, key)
      return (run: Scope) => target.savepoint((nested) => run(prepareTransaction(nested)))
    },
  })
}

function prepareUnsafe(client: ISql): ISql['unsafe'] {
  return (text, parameters, options) =>
    client.unsafe(text, parameters, { ...options, prepare: true })
}
