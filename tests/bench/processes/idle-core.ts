/** The core at rest: database open, bot created, no document made. Reports its memory and its heap in megabytes. */
import { join } from 'node:path'
import pino from 'pino'
import { createMemoryPort } from '../../../bot/adapters/memory.ts'
import { createBot } from '../../../bot/bot.ts'
import { openDatabase } from '../../../storage/database.ts'
import { scratch } from '../scratch.ts'

const folder = scratch()
const now = () => new Date()
const db = await openDatabase(join(folder, 'anwei.db'), now())
const port = createMemoryPort(() => {})
const bot = createBot({ db, port, dataDirectory: folder, now, log: pino({ level: 'silent' }) })
await bot.prepare()
await port.start(bot)
globalThis.gc?.()
const { rss, heapUsed } = process.memoryUsage()
process.send!({ memory: rss / 2 ** 20, heap: heapUsed / 2 ** 20 }, () => process.exit())
