import { createHash, randomInt } from 'node:crypto'
import { keepCode } from '../../storage/bindings.ts'
import type { Tx } from '../../storage/database.ts'

/** How long a code can be used, in minutes. */
const validMinutes = 30

/** No two characters of it are mistaken for each other, on paper or read aloud. */
const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679'
const length = 8

/** A one-time code 绑定码; `random` gives an integer from 0 up to, and without, its argument. */
export const newCode = (random: (below: number) => number = randomInt): string =>
  Array.from({ length }, () => alphabet[random(alphabet.length)]).join('')

/** What is stored of a code: SHA-256 of it, however it was typed. */
export const hashCode = (typed: string): string =>
  createHash('sha256').update(typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()).digest('hex')

/** Makes a code for a person and keeps its hash; an earlier one of the person counts no more. */
export async function issueCode(tx: Tx, person: string, issuedBy: string, now: Date): Promise<string> {
  const code = newCode()
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000)
  await keepCode(tx, { person, hash: hashCode(code), issuedBy, issuedAt: now, expiresAt })
  return code
}

/** How a code is to be used, one line. */
export const codeInstruction = (person: string, code: string): string =>
  `请${person}用本人微信添加本机器人为好友后，私聊发送：/绑定 ${code}（${validMinutes}分钟内有效，仅限一次）`
