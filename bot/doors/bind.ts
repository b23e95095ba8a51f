/**
 * npm run -s bind -- 人员
 *
 * Prints a one-time code 绑定码 for a person of the roster: how the first one is bound. The bot may run meanwhile.
 */
import { codeInstruction, issueCode } from '../../commands/channel/binding-code.ts'
import { UserError } from '../../commands/command.ts'
import { findPerson } from '../../commands/find-person.ts'
import { openDatabase, transact } from '../../storage/database.ts'
import { readRoster } from '../../storage/roster.ts'
import { readConfig } from '../config.ts'
import { databaseFile } from '../data-directory.ts'
import { UnusableSettings } from '../unusable-settings.ts'
import { explain } from './explain.ts'

/** Who the host's codes are issued by. */
const host = '主机'

try {
  const [written, ...rest] = process.argv.slice(2)
  if (written === undefined || rest.length > 0)
    throw new UnusableSettings('用法：npm run -s bind -- 人员姓名')
  const now = new Date()
  const db = await openDatabase(databaseFile(readConfig().dataDirectory), now)
  try {
    const { people } = await readRoster(db)
    if (people.length === 0)
      throw new UnusableSettings('尚未导入名册。请先运行“npm run roster -- import 名册目录或.xlsx文件”。')
    const { name } = findPerson(written, people)
    const code = await transact(db, tx => issueCode(tx, name, host, now))
    process.stdout.write(`${code}\n${codeInstruction(name, code)}\n`)
  } finally {
    await db.destroy()
  }
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : explain(error)}\n`)
  process.exitCode = 1
}
