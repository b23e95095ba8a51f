import { type Holdings, holdings, moveHoldings } from '../../../storage/board-move.ts'
import { type Context, confirmed, defineCommand, operators, refuse } from '../../command.ts'
import { findUnit } from '../../find-unit.ts'
import type { OutgoingMessage } from '../../message.ts'

/** 台账 移交: what stands in the name of a unit that was renamed or merged goes to the one that has its place now. */
export const moveLedger = defineCommand({
  name: '台账 移交',
  aliases: ['tz yj', '台账移交', 'tz 移交', '台帐 移交'],
  usage: '/台账 移交 [旧单位 新单位]',
  summary: '查看名册中已没有的单位，将其台账移交新单位',
  roles: operators,
  async run([from, to, word], context) {
    const { db, now, sender, directory, reply } = context
    const found = await holdings(db)
    if (from === undefined) return [reply(orphansText(found, context))]
    if (to === undefined) return refuse('请写明旧单位和新单位，例如：/台账 移交 四平市铁东区 四平市铁东新区')
    if (directory.unit(from) !== null) return refuse(`${from}仍在名册，不能移交；请先更新名册。`)
    const unit = findUnit(to, null, directory, '新单位')
    const own = found.get(from)
    if (own === undefined) return refuse(`台账中没有${from.slice(0, 20)}名下的记录，无需移交。`)
    if (word !== confirmed) return [ask(from, unit, own, context)]
    await moveHoldings(db, from, unit, { by: sender.name, at: now })
    const letters = own.unsent === 0 ? '' : `其中${own.unsent}件提示函尚未发出，请核对主送单位。`
    return [reply(`已移交：${from}名下${countsText(own)}，现属${unit}。${letters}`)]
  },
})

const ask = (from: string, to: string, own: Holdings, { reply }: Context): OutgoingMessage =>
  reply(`拟将${from}名下${countsText(own)}移交${to}。请确认。`, {
    choices: [{ label: '确认移交', command: `/台账 移交 ${from} ${to} ${confirmed}` }],
  })

/** Units that the roster does not have, with what stands in their names. */
function orphansText(found: Map<string, Holdings>, { directory }: Context): string {
  const orphans = [...found].filter(([unit]) => directory.unit(unit) === null)
  if (orphans.length === 0) return '台账中的单位都在名册，无需移交。'
  return [
    '以下单位已不在名册：',
    ...orphans.map(([unit, own]) => `${unit}：${countsText(own)}`),
    `移交请发送，例如：/台账 移交 ${orphans[0]![0]} 新单位`,
  ].join('\n')
}

/** 隐患12条（未销号3条）、提级1项; only what there is. */
const countsText = ({ hazards, open, takeovers, chains, letters, interviews, listings }: Holdings): string =>
  [
    hazards > 0 && `隐患${hazards}条（未销号${open}条）`,
    takeovers > 0 && `提级${takeovers}项`,
    chains > 0 && `督办${chains}件`,
    letters > 0 && `提示函${letters}件`,
    interviews > 0 && `约谈${interviews}次`,
    listings > 0 && `挂牌督办${listings}项`,
  ]
    .filter(Boolean)
    .join('、')
