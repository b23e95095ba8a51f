import type { BoardScope } from '../../../reports/hazards/board.ts'
import { daysBetween } from '../../../reports/hazards/hazard-text.ts'
import { readIndustry } from '../../../reports/intake/fields/industries.ts'
import { type Industry, province } from '../../../reports/terms.ts'
import { businessDate, shortDate } from '../../../reports/time.ts'
import { ledgerEnterprises, ledgerUnits } from '../../../storage/board.ts'
import { dateOf } from '../../arguments.ts'
import { type Context, refuse } from '../../command.ts'
import { formerCity } from '../standing-to.ts'

/** What is asked of the ledger: which hazards, on which business date, and in one form alone or as usual. */
interface LedgerRequest {
  scope: BoardScope
  date: string
  form: 'usual' | 'workbook' | 'picture'
}

const example = '可写单位、行业、企业、逾期、重大、日期，例如：/台账 四平市 逾期'
/** A date without a year is not further back than so many days. */
const longestAgo = 183
const isDateWritten = /^(?:[今昨明][天日]|[前后]天|(?:\d{4}[-.年/])?\d{1,2}[-.月/]\d{1,2}日?)$/
const isIndustryWritten =
  /^(?:煤矿|煤炭|非煤(?:矿山?)?|危化品?|危险化学品|烟花(?:爆竹)?|爆竹|工贸)(?:行业|企业|领域)?$/

/** Reads the filters of `/台账`, in whatever order; refuses what is not the sender's to see or cannot be understood. */
export async function readRequest(args: string[], context: Context): Promise<LedgerRequest> {
  const { now, directory } = context
  const own = ownUnit(context)
  const today = businessDate(now)
  const chosen: {
    unit?: string
    onlyProvince?: boolean
    industries?: Industry[]
    enterprise?: string
    date?: string
    overdue?: boolean
    major?: boolean
    form?: LedgerRequest['form']
  } = {}
  const choose = <Key extends keyof typeof chosen>(key: Key, value: (typeof chosen)[Key], noun: string) => {
    if (chosen[key] !== undefined && String(chosen[key]) !== String(value))
      refuse(`请只写一个${noun}。${example}`)
    chosen[key] = value
  }

  for (const written of args) {
    const word = written.normalize('NFKC')
    if (/^(?:已?逾期|超期)(?:隐患)?$/.test(word)) choose('overdue', true, '条件')
    else if (/^重大(?:隐患)?$/.test(word)) choose('major', true, '条件')
    else if (/^(?:表格|附表)$/.test(word)) choose('form', 'workbook', '格式')
    else if (/^图片?$/.test(word)) choose('form', 'picture', '格式')
    else if (isDateWritten.test(word)) choose('date', pastDate(word, now), '日期')
    else if (isIndustryWritten.test(word)) choose('industries', [readIndustry(word)!], '行业')
    else if (directory.division(word) !== null)
      choose('industries', directory.division(word)!.industries, '行业')
    else if (word === '全省') choose('unit', province, '单位')
    else if (word === '省本级') {
      choose('unit', province, '单位')
      choose('onlyProvince', true, '单位')
    } else {
      const found = await unitOrEnterprise(written, own, context)
      if ('unit' in found) choose('unit', found.unit, '单位')
      else choose('enterprise', found.enterprise, '企业')
    }
  }

  const unit = chosen.unit ?? own
  const isWhole = unit === null || (unit === province && !chosen.onlyProvince)
  if (own !== null && (isWhole || !directory.gazetteer.isWithin(unit, own)))
    refuse(`只能查看${own}及所属单位的台账；${unit ?? '全省'}的请联系值班员。`)
  return {
    scope: {
      unit: isWhole ? null : unit,
      units: isWhole ? null : chosen.onlyProvince ? [province] : await unitsWithin(unit, context),
      industries: chosen.industries ?? null,
      enterprise: chosen.enterprise ?? null,
      overdue: chosen.overdue ?? false,
      major: chosen.major ?? false,
    },
    date: chosen.date ?? today,
    form: chosen.form ?? 'usual',
  }
}

/** The unit beyond which the sender sees nothing; null for who sees the whole province. */
export function ownUnit({ sender }: Pick<Context, 'sender'>): string | null {
  if (sender.role !== 'reporter') return null
  return sender.unit ?? refuse('名册中没有您所在的单位，请联系值班员登记。')
}

/** A unit and all below it; with them, below a city, those of its former units that the roster does not have any more. */
async function unitsWithin(unit: string, { db, directory }: Context): Promise<string[]> {
  const known = directory.roster.units.map(({ name }) => name)
  const former = (await ledgerUnits(db)).filter(
    name => directory.unit(name) === null && formerCity(name, directory) === unit,
  )
  return [...known.filter(name => directory.gazetteer.isWithin(name, unit)), ...former]
}

function pastDate(written: string, now: Date): string {
  if (/^(?:明[天日]|后天)$/.test(written)) return refuse('日期应在今天或以前，请改写日期。')
  const date = dateOf(written, now)
  const today = businessDate(now)
  if (date > today) return refuse('日期应在今天或以前，请改写日期。')
  // Without a year a day to come would be that of the year before, which nobody means.
  const hasYear = /^\d{4}/.test(written)
  if (!hasYear && daysBetween(date, today) > longestAgo)
    return refuse(`${shortDate(date)}还没有到，请改写日期；查看往年的请写明年份，例如“${date}”。`)
  return date
}

/** An enterprise by its whole name, else a unit, else an enterprise by a part of its name. `hint`: what may be written. */
export async function unitOrEnterprise(
  written: string,
  own: string | null,
  context: Context,
  hint = example,
): Promise<{ unit: string } | { enterprise: string }> {
  const { db, directory } = context
  const enterprises = await ledgerEnterprises(db, own === null ? null : await unitsWithin(own, context))
  if (enterprises.includes(written)) return { enterprise: written }
  const found = directory.gazetteer.resolve(written, own)
  if (found.kind === 'found') return { unit: found.unit }
  if (found.kind === 'ambiguous')
    return refuse(`“${written.slice(0, 20)}”有几个，请写明是哪一个：${found.candidates.join('、')}。`)
  const like = enterprises.filter(name => name.includes(written))
  if (like.length === 1) return { enterprise: like[0]! }
  if (like.length > 1)
    return refuse(
      `“${written.slice(0, 20)}”有${like.length}家，请写全称：${like.slice(0, 5).join('、')}${like.length > 5 ? '等' : ''}。`,
    )
  const near = found.nearest.length === 0 ? '' : `是否为：${found.nearest.join('、')}？`
  return refuse(`台账中没有单位或企业“${written.slice(0, 20)}”。${near}${hint}`)
}
