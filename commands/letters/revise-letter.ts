import { tidyText } from '../../reports/commentary/tidy-text.ts'
import type { Letter, LetterContent } from '../../reports/letter/letter.ts'
import type { RevisablePart } from '../../reports/letter/letter-basis.ts'
import { letterParts, titleLimit, withDueOn, withPart } from '../../reports/letter/letter-parts.ts'
import { addDays, businessDate, dayText, longDate } from '../../reports/time.ts'
import { saveLetter } from '../../storage/letters.ts'
import { withdrawWaiting } from '../../storage/outbox-subjects.ts'
import { comingMoment } from '../coming-moment.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { letterSubject } from '../subjects.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { findOwnDraft } from './find-letter.ts'
import { alreadyGone } from './letter-stage.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { previewLetter, signingRequest } from './preview-letter.ts'
import { tellDrafter } from './tell-drafter.ts'

/** Characters of a part: a letter is read on two pages. */
const partLimit = 1000
/** Calendar days within which an answer is asked for. */
const furthestDays = 60

/** 提示函 修改: replaces a part of a draft, and shows it anew. */
export const reviseLetter = defineCommand({
  name: '提示函 修改',
  aliases: letterAliases('修改', 'xg'),
  usage: '/提示函 修改 <稿号> 标题|正文|依据|要求|期限 <新内容>',
  summary: '修改提示函稿的一部分',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, sender } = context
    const { word, rest } = firstWord(saidBehind([letterWords, ['修改', 'xg']], args, context))
    const letter = await findOwnDraft(word === '' ? undefined : word, context)
    mustBeRevisable(letter, context)
    const [, named, said = ''] = /^(标题|正文|依据|要求|期限)[\s:：]*(.*)$/su.exec(rest) ?? []
    const text = tidyText(said).trim()
    if (named === undefined || text === '') return [context.reply(howTo(letter))]
    const part = named as RevisablePart
    const { because, ...change } =
      part === '期限'
        ? withDate(letter, text, context)
        : { because: undefined, content: withText(letter.content, part, text) }
    const { written, changed } = letter.basis
    const basis = { ...letter.basis, written: withNew(written, part), changed: withNew(changed, part) }
    const revised = { ...letter, ...change, basis, version: letter.version + 1 }
    await saveLetter(db, revised)
    // Pages of the former version that still wait cannot be shown any more.
    await withdrawWaiting(db, letterSubject(letter.id))
    const shown =
      letter.state === 'submitted'
        ? [
            ...(because === undefined ? [] : [context.reply(because)]),
            ...(await signingRequest(revised, context, part)),
          ]
        : await previewLetter(revised, context, { part, ...(because !== undefined && { because }) })
    return [...shown, ...tellDrafter(revised, `由${sender.name}修改${part}`, context)]
  },
})

/** Refuses what is past its draft; what is before the leaders only they may change. */
export function mustBeRevisable(letter: Letter, { sender }: Pick<Context, 'sender'>): void {
  if (letter.state === 'draft' || (letter.state === 'submitted' && sender.role === 'leader')) return
  refuse(alreadyGone(letter))
}

const withNew = (parts: RevisablePart[], part: RevisablePart): RevisablePart[] =>
  parts.includes(part) ? parts : [...parts, part]

/** What can be written, with what stands there now. */
const howTo = ({ id, content }: Letter): string =>
  [
    `请写明修改哪一部分和新内容，例如：`,
    `/提示函 修改 ${id} 标题 ${content.title}`,
    `/提示函 修改 ${id} 正文 新的${letterParts.正文}，一段一行`,
    `/提示函 修改 ${id} 依据 新的${letterParts.依据}`,
    `/提示函 修改 ${id} 要求 新的${letterParts.要求}，一段一行`,
    `/提示函 修改 ${id} 期限 5月30日`,
  ].join('\n')

function withText(content: LetterContent, part: Exclude<RevisablePart, '期限'>, text: string): LetterContent {
  const length = [...text].length
  if (part === '标题') {
    const title = text.replace(/\s+/g, '')
    if (length > titleLimit) refuse(`标题共${length}字，请压缩到${titleLimit}字以内。`)
    return { ...content, title }
  }
  if (length > partLimit) refuse(`${part}共${length}字，请压缩到${partLimit}字以内。`)
  return withPart(content, part, text)
}

/** Another date for the answer, a working day; the letter states it. */
function withDate(
  { content }: Letter,
  written: string,
  { now, calendar }: Context,
): Pick<Letter, 'content' | 'dueOn'> & { because: string | undefined } {
  const at = /[点时:：]/.test(written) ? null : comingMoment(written, now)
  if (at === null) return refuse(`看不懂期限“${written.slice(0, 20)}”，请写日期，例如“5月30日”。`)
  const date = businessDate(at)
  if (date <= businessDate(now)) refuse(`期限${longDate(date)}应在今天以后，请改写日期。`)
  if (date > addDays(businessDate(now), furthestDays))
    refuse(`期限${longDate(date)}距今超过${furthestDays}天，请改写日期。`)
  const isDayOff = !calendar.isWorkingDay(date)
  const dueOn = isDayOff ? calendar.nextWorkingDay(date) : date
  const [from, to] = [date, dueOn].map(each => dayText(each, businessDate(now)))
  const because = isDayOff ? `${from}为休息日，期限顺延至${to}。` : undefined
  return { content: withDueOn(content, dueOn), dueOn, because }
}
