/**
 * npm run roster -- import DIR|FILE.xlsx
 * npm run roster -- export DIR|FILE.xlsx
 */
import { openDatabase, transact } from '../../storage/database.ts'
import { readRoster, replaceRoster } from '../../storage/roster.ts'
import { readConfig } from '../config.ts'
import { databaseFile } from '../data-directory.ts'
import { UnusableSettings } from '../unusable-settings.ts'
import { endedBindings } from './ended-bindings.ts'
import { explain } from './explain.ts'
import { readRosterDirectory, writeRosterFiles } from './roster-files.ts'

const usage = `用法：
  npm run roster -- import 目录或文件.xlsx   导入名册，替换原有名册
  npm run roster -- export 目录或文件.xlsx   导出现有名册`

try {
  const [action, path, ...rest] = process.argv.slice(2)
  if ((action !== 'import' && action !== 'export') || path === undefined || rest.length > 0)
    throw new UnusableSettings(usage)
  // What is read must be clean before the database is touched.
  const roster = action === 'import' ? await readRosterDirectory(path) : null
  const db = await openDatabase(databaseFile(readConfig().dataDirectory), new Date())
  if (roster === null) {
    await writeRosterFiles(path, await readRoster(db))
    process.stdout.write(`名册已导出到 ${path}。\n`)
  } else {
    const ended = await transact(db, async tx => {
      await replaceRoster(tx, roster)
      return endedBindings(tx, roster)
    })
    const { units, divisions, rooms, people } = roster
    process.stdout.write(
      `名册已导入：单位${units.length}个，处室${divisions.length}个，群${rooms.length}个，人员${people.length}名。\n${ended.map(line => `${line}\n`).join('')}`,
    )
  }
  await db.destroy()
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
