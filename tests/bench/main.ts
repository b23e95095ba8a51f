/**
 * npm run bench: what the bot costs, beside what it is measured against, in one run on one machine. It says and never
 * fails: figures of a busy machine prove nothing. `npm run bench -- ingest picture` measures these alone.
 */
import { availableParallelism } from 'node:os'
import { inProcess } from './child.ts'
import type { Comparison } from './measure.ts'
import { printComparison, printHeads } from './table.ts'

/** Those with processes of their own come first: a process inherits the peak memory of the one that starts it. */
const subjects: Record<string, () => Promise<Comparison[]>> = {
  workbook: async () => (await import('./workbook.ts')).compareWorkbook(),
  wechat: async () => (await import('./wechat.ts')).compareWechat(),
  ingest: async () => [await (await import('./ingest.ts')).compareIngest()],
  dispatch: async () => [await (await import('./dispatch.ts')).compareDispatch()],
  compile: async () => [await (await import('./compile.ts')).compareCompile()],
  intake: async () => (await import('./intake.ts')).compareIntake(),
  picture: async () => [await (await import('./picture.ts')).comparePicture()],
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter(name => subjects[name] === undefined)
if (unknown.length > 0) {
  console.error(`no such subject: ${unknown.join(', ')}; there are ${Object.keys(subjects).join(', ')}`)
  process.exit(1)
}

const idle = await inProcess<{ memory: number; heap: number }>('idle-core')
console.log(`Node ${process.version}, ${availableParallelism()} CPUs`)
console.log(`idle core: ${idle.memory.toFixed(0)} MB resident, of these ${idle.heap.toFixed(0)} MB heap\n`)
printHeads()
for (const [name, compare] of Object.entries(subjects))
  if (chosen.length === 0 || chosen.includes(name))
    for (const comparison of await compare()) printComparison(comparison)
