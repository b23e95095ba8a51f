import { tidyText } from '../../reports/commentary/tidy-text.ts'
import { type Chain, currentStep } from '../../reports/escalation/chain.ts'
import { settle } from '../../reports/escalation/chain-steps.ts'
import { chainName, namedChain } from '../../reports/escalation/chain-text.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { saveChain } from '../../storage/chains.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { mustMayEnd } from './authority.ts'
import { cancelLetters } from './cancel-letters.ts'
import { decided } from './decide.ts'
import { explainObstacle } from './explain-obstacle.ts'
import { isListed, openHazardsOf, ownChain } from './find-chain.ts'
import { addresseeOfStep, copyRooms } from './notice.ts'

/** 办结: ends a chain of escalation; while hazards are open only a leader does, and says why. */
export const settleChain = defineCommand({
  name: '办结',
  aliases: ['bj'],
  usage: '/办结 <督办编号> [说明]',
  summary: '办结督办；隐患未销号的，由厅领导写明说明',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, sender, now } = context
    const { word, rest } = firstWord(saidBehind([['办结', 'bj']], args, context))
    const chain = await ownChain(word, context)
    if (chain.state !== 'open') refuse(explainObstacle('ended', chain))
    mustMayEnd(chain, context)
    if (await isListed(chain, db))
      refuse(`${chainName(chain)}正在挂牌督办，请先摘牌：/摘牌 ${chain.id}（由厅领导办理）`)
    const note = tidyText(rest)
    const left = await openHazardsOf(chain, db)
    if (left.length > 0 && sender.role !== 'leader')
      refuse(
        `${chainName(chain)}尚有未销号隐患：${left.map(hazardNumber).join('、')}，销号后再办结；确需办结的，由厅领导写明说明。`,
      )
    if (left.length > 0 && note === '')
      refuse(
        `${chainName(chain)}尚有未销号隐患：${left.map(hazardNumber).join('、')}。确需办结，请写明说明，例如：/办结 ${chain.id} 企业已关闭`,
      )
    if (chain.hazards.length === 0 && note === '' && chain.steps.every(({ answers }) => answers.length === 0))
      refuse(`${chainName(chain)}尚无反馈。确需办结，请写明说明，例如：/办结 ${chain.id} 已电话核实`)
    const usual = chain.hazards.length === 0 ? '已按要求办理' : '隐患均已销号'
    const settled = decided(settle(chain, sender.name, note === '' ? usual : note, now), chain)
    await saveChain(db, settled)
    await cancelLetters(settled, context)
    const ended = context.reply(`${namedChain(settled)}已办结：${settled.outcome}。`)
    return [ended, ...tellEnd(settled, context)]
  },
})

/** Those who were told of its rungs hear that it has ended, but for the committee's group. */
function tellEnd(chain: Chain, { directory, room: here }: Context): OutgoingMessage[] {
  const issued = chain.steps.filter(({ issuedAt }) => issuedAt !== null)
  const last = currentStep(chain)
  if (last === null) return []
  const { room, government } = addresseeOfStep(chain, last, directory)
  const copies = issued.flatMap(step => copyRooms(chain, step, directory))
  const isQuiet = (name: string) => directory.room(name)?.roles.includes('committee') ?? false
  const rooms = new Set([...(room === null ? [] : [room]), ...copies.filter(name => !isQuiet(name))])
  const text = `【办结】${namedChain(chain)}已办结：${chain.outcome}。`
  return [
    ...[...rooms]
      .filter(name => name !== here?.name)
      .map((name): OutgoingMessage => ({ to: { room: name }, text, bundle: true })),
    ...government.map((person): OutgoingMessage => ({ to: { person }, text })),
  ]
}
