import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Db } from './database.ts'

/** Rows that go into a table in one statement: there is a statement for each number of rows up to it. */
const rowsAtOnce = 40

/** Stands for a value while a query is compiled. */
class Slot {
  readonly row: number
  readonly name: string
  constructor(row: number, name: string) {
    this.row = row
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
  const run = compiledOnce<Values, Row>((db, [values]) => build(db, values!))
  return (db, values) => run(db, [values])
}

/** The same for rows, all with the same columns, that go into a table together; returns what the statement returns. */
export function preparedRows<Values extends object, Row>(
  build: (db: Db, rows: Values[]) => Compilable<Row>,
): (db: Db, rows: Values[]) => Promise<Row[]> {
  const run = compiledOnce(build)
  return async (db, rows) => {
    const returned: Row[] = []
    for (let i = 0; i < rows.length; i += rowsAtOnce)
      returned.push(...(await run(db, rows.slice(i, i + rowsAtOnce))).rows)
    return returned
  }
}

function compiledOnce<Values extends object, Row>(build: (db: Db, rows: Values[]) => Compilable<Row>) {
  const queries = new Map<string, CompiledQuery<Row>>()
  return (db: Db, rows: Values[]): Promise<QueryResult<Row>> => {
    const names = Object.keys(rows[0]!)
    const key = `${rows.length} ${names.join()}`
    let query = queries.get(key)
    if (query === undefined) {
      const slots = rows.map((_, row) => Object.fromEntries(names.map(name => [name, new Slot(row, name)])))
      query = build(db, slots as Values[]).compile()
      queries.set(key, query)
    }
    const parameters = query.parameters.map(value =>
      value instanceof Slot ? (rows[value.row] as Record<string, unknown>)[value.name] : value,
    )
    return db.executeQuery({ ...query, parameters })
  }
}
