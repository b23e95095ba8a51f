import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { parseMessage } from '../../reports/intake/parse-message.ts'
import { combineTotals, type IntakeMessage } from '../../reports/intake/parsed-message.ts'
import { createGazetteer, type Gazetteer } from '../../reports/intake/units/gazetteer.ts'
import { readRosterDirectory, sampleRoster } from './roster-files.ts'

const usage = '用法：npm run -s parse -- MESSAGES.jsonl [--roster DIR]'

/** A line of the input: a message, with the id under which its result is printed. */
interface Line extends IntakeMessage {
  id: string | null
}

/** Reads one line; throws with what is wrong, in Chinese. */
function readLine(json: string): Line {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error('不是有效的 JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('不是 JSON 对象')
  const fields = value as Record<string, unknown>
  const text = (name: string): string | null => {
    const field = fields[name] ?? null
    if (field !== null && typeof field !== 'string') throw new Error(`“${name}”应为文字`)
    return field
  }
  const at = text('at')
  if (at === null || Number.isNaN(Date.parse(at))) throw new Error('“at”应为 ISO 8601 时间')
  return { id: text('id'), at, room: text('room'), from: text('from'), text: text('text') ?? '' }
}

/** What intake makes of a line, in the keys that this door promises. */
function describe(line: Line, gazetteer: Gazetteer) {
  const { kind, correction, inspections, summaries, problems } = parseMessage(line, gazetteer)
  return {
    id: line.id,
    kind,
    correction,
    inspections,
    totals: combineTotals(summaries),
    problems: problems.map(({ field, message }) => ({ field, message })),
  }
}

/** The parse door 解析: prints what intake makes of each message of a file, one JSON object a line. Stores nothing. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { roster: { type: 'string', default: sampleRoster } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(usage)
  const gazetteer = createGazetteer(await readRosterDirectory(values.roster))
  let number = 0
  for await (const json of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    if (json.trim() === '') continue
    let line: Line
    try {
      line = readLine(number === 1 ? json.replace(/^\uFEFF/, '') : json)
    } catch (error) {
      throw new Error(`第 ${number} 行：${(error as Error).message}`)
    }
    process.stdout.write(`${JSON.stringify(describe(line, gazetteer))}\n`)
  }
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
