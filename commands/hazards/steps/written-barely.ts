import { readHazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { trackedHazard } from '../../../storage/tracked-hazards.ts'
import type { Context } from '../../command.ts'
import { readsAsReport } from '../../reads-as-report.ts'
import { readLeadingNumber } from './read-numbers.ts'

/** A longer text is no command whose slash was forgotten. */
const longest = 200
const spoken = /^(整改|复查|销号|延期)[\s:：]*(?=第?[\d０-９])/u
/** 1-2已整改: nothing else stands in front. */
const stated =
  /^第?\d{1,9}\s*[-–—－]\s*\d{1,4}号?(?:隐患)?\s*[，,:：]?\s*已经?(?:完成整改|整改)(?:完毕|完成|到位|好)?(?=$|[\s，,。；;！!：:（(])/u
/** A question, or what is not done yet: no word of it is a report, however it begins. */
const unfinished =
  /[?？%％]|[吗么没]$|一半|部分|不了|但|通知|方案|需要|多少|预计|计划|准备|稍后|之后|正在|尚|还/u

/**
 * The command that is meant by a text without its slash, such as “整改 1-2 已更换接地” or “1-2已整改”, from somebody who
 * deals with hazards; null where it is anything else. The number must be one of the ledger's: else it may be a day.
 */
export async function writtenBarely(said: string, context: Context): Promise<string | null> {
  const { db, sender, room, message } = context
  const text = said.trim()
  if (text.length > longest || !['reporter', 'divisionHead', 'leader'].includes(sender.role)) return null
  if (message.room !== null && (room === null || room.roles.includes('committee'))) return null
  const word = spoken.exec(text)
  const command =
    word !== null ? `/${word[1]} ${text.slice(word[0].length)}` : stated.test(text) ? `/整改 ${text}` : null
  if (command === null || unfinished.test(text)) return null
  const leading = readLeadingNumber(command.slice('/整改'.length))
  const number = leading === null ? null : readHazardNumber(leading.number)
  if (number === null || (await trackedHazard(db, number)) === null) return null
  return readsAsReport(text, context) ? null : command
}
