import { placeName } from '../../reports/daily/phrases.ts'
import { isOpen } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { longDate } from '../../reports/time.ts'
import { type Listing, openListings } from '../../storage/listings.ts'
import { trackedHazard } from '../../storage/tracked-hazards.ts'
import { type Context, defineCommand, officials, refuse } from '../command.ts'

/** 挂牌: the public list 挂牌督办名单 as it stands. */
export const publicList = defineCommand({
  name: '挂牌',
  aliases: ['gp', '挂牌督办'],
  usage: '/挂牌',
  summary: '查看挂牌督办名单',
  roles: ['reporter', 'committeeMember', ...officials],
  async run(args, context) {
    if (args.length > 0)
      refuse('挂牌督办由厅领导决定，请发送“/督办 升级 编号 挂牌督办”；摘牌请发送“/摘牌 编号 依据”。')
    const listings = await openListings(context.db)
    if (listings.length === 0) return [context.reply('目前没有挂牌督办的事项。')]
    const lines: string[] = []
    for (const [i, listing] of listings.entries()) lines.push(`${i + 1}. ${await describe(listing, context)}`)
    return [context.reply([`挂牌督办${listings.length}项：`, ...lines].join('\n'))]
  },
})

/** 四平市铁东区 宏达加油站（督办3）：12-1 …；2022年6月1日挂牌，未销号1条 */
async function describe(listing: Listing, { db }: Context): Promise<string> {
  const { chain, unit, enterprise, hazards, listedOn } = listing
  const tracked = await Promise.all(hazards.map(number => trackedHazard(db, number)))
  const known = tracked.filter(hazard => hazard !== null)
  const open = known.filter(isOpen)
  const named = known.map(hazard => `${hazardNumber(hazard)} ${hazard.text}`).join('；')
  return `${placeName(unit)}${enterprise === null ? '' : ` ${enterprise}`}（督办${chain}）${named === '' ? '' : `：${named}`}；${longDate(listedOn)}挂牌${known.length === 0 ? '' : `，${open.length === 0 ? '已全部销号，待摘牌' : `未销号${open.length}条`}`}`
}
