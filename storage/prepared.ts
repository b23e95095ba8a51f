import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Db } from './database.ts'

/** Stands for a value while a query is compiled. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that every message needs: kysely builds its text once and it is run with other values each time. `build`
 * sees placeholders in place of the values, so it must treat them all alike.
 */
export function prepared<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  const queries = new Map<string, CompiledQuery<Row>>()
  return (db, values) => {
    const names = Object.keys(values)
    const key = names.join()
    let query = queries.get(key)
    if (query === undefined) {
      const slots = Object.fromEntries(names.map(name => [name, new Slot(name)]))
      query = build(db, slots as Values).compile()
      queries.set(key, query)
    }
    const parameters = query.parameters.map(value =>
      value instanceof Slot ? (values as Record<string, unknown>)[value.name] : value,
    )
    return db.executeQuery({ ...query, parameters })
  }
}
