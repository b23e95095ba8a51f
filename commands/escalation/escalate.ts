import { type Chain, currentRung, pendingStep } from '../../reports/escalation/chain.ts'
import { chainName } from '../../reports/escalation/chain-text.ts'
import { groundNames, rungAbove, rungs } from '../../reports/escalation/ladder.ts'
import type { TrackedHazard } from '../../reports/hazards/hazard.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { province } from '../../reports/terms.ts'
import { openChains } from '../../storage/chains.ts'
import { type Context, defineCommand, refuse } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import type { OutgoingMessage } from '../message.ts'
import { firstWord, saidBehind } from '../text-after.ts'
import { chainsWithin, listChains } from './chain-list.ts'
import { decisionOf, goUp } from './decide.ts'
import { escalationWords } from './escalation-words.ts'
import { explainObstacle } from './explain-obstacle.ts'
import { ownChain, readChainNumber } from './find-chain.ts'
import { beginChain, chainOfHazards } from './open-chain.ts'
import { readGrounds } from './read-grounds.ts'
import { mustBeEscalable, readHazards, readRung } from './read-subject.ts'
import { showChain } from './show-chain.ts'

/** 督办: begins a chain of escalation for hazards or a unit; alone, lists those that are open; with a number, shows one. */
export const escalate = defineCommand({
  name: '督办',
  aliases: ['升级', 'duban'],
  usage: '/督办 [隐患编号…|单位|督办编号] [阶梯] [说明]',
  summary: '对隐患或单位发起督办；不带内容时列出在办督办，只写督办编号则查看',
  roles: ['divisionHead', 'leader'],
  takesText: true,
  async run(args, context) {
    const said = saidBehind([escalationWords], args, context)
    const { word, rest } = firstWord(said)
    if (word === '') {
      const chains = await chainsWithin(null, context)
      return [
        context.reply(chains.length === 0 ? `没有在办的督办。${example}` : listChains(chains, context.now)),
      ]
    }
    // These words stand alone; behind 督办 they would be looked up as units.
    if (word === '办结' || word === '摘牌') return refuse(`请发送“/${word} 督办编号”，例如：/${word} 3`)
    if (readChainNumber(word) !== null) return ofChain(await ownChain(word, context), rest, context)
    const { hazards, behind } = await readHazards(said, context)
    return hazards.length > 0 ? ofHazards(hazards, behind, context) : ofUnit(word, rest, context)
  },
})

const example = '如需发起，请发送“/督办 隐患编号 说明”，例如：/督办 12-1'

/** 督办 升级: goes up a rung. */
export const climbChain = defineCommand({
  name: '督办 升级',
  aliases: ['督办升级', 'duban sj'],
  usage: '/督办 升级 <督办编号> [阶梯] [说明]',
  summary: '将在办的督办升一级；越级由厅领导决定',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const said = saidBehind([escalationWords, ['升级', 'sj']], args, context)
    const { word, rest } = firstWord(said)
    return climbTo(await ownChain(word, context), rest, context)
  },
})

/** A chain is shown, so that looking at it changes nothing; with a rung it goes up. */
async function ofChain(chain: Chain, said: string, context: Context): Promise<OutgoingMessage[]> {
  const { rung } = readRung(said)
  return rung === null ? [await showChain(chain, context)] : climbTo(chain, said, context)
}

async function climbTo(chain: Chain, said: string, context: Context): Promise<OutgoingMessage[]> {
  const { rung, behind } = readRung(said)
  const above = rung ?? rungAbove(currentRung(chain))
  if (above === null) return refuse(explainObstacle('top', chain))
  return goUp(chain, decisionOf(above, behind, context), context)
}

async function ofHazards(
  hazards: TrackedHazard[],
  said: string,
  context: Context,
): Promise<OutgoingMessage[]> {
  await mustBeEscalable(hazards, context)
  const chain = await chainOfHazards(hazards, context)
  const { rung, behind } = readRung(said)
  if (chain === null) {
    const { unit, enterprise } = hazards[0]!
    return beginChain({ unit, enterprise, hazards }, rung, behind, context)
  }
  if (rung !== null) return climbTo(chain, said, context)
  return [await showChain(chain, context, alreadyIn(chain, hazards))]
}

const alreadyIn = (chain: Chain, hazards: TrackedHazard[]): string =>
  pendingStep(chain) === null
    ? `${hazards.map(hazardNumber).join('、')}已在${chainName(chain)}中。`
    : explainObstacle('pending', chain)

/** A unit alone is looked at; with a rung or a note a chain about the unit itself begins, or goes up. */
async function ofUnit(written: string, said: string, context: Context): Promise<OutgoingMessage[]> {
  const unit = findUnit(written, null, context.directory)
  if (unit === province)
    refuse(`${province}本级不能督办，请写明市（州）、县（市、区）或隐患编号；查看在办督办请发送“/督办”。`)
  const { rung, behind } = readRung(said)
  if (said === '') return [await lookAt(unit, context)]
  const chain = (await openChains(context.db)).find(each => each.unit === unit && each.hazards.length === 0)
  if (chain === undefined) return beginChain({ unit, enterprise: null, hazards: [] }, rung, behind, context)
  return rung === null
    ? [await showChain(chain, context, alreadyAbout(chain))]
    : climbTo(chain, said, context)
}

const alreadyAbout = (chain: Chain): string =>
  pendingStep(chain) === null ? `${chain.unit}已在${chainName(chain)}中。` : explainObstacle('pending', chain)

/** The chains of a unit, and what grounds there are for one about the unit itself. */
async function lookAt(unit: string, context: Context): Promise<OutgoingMessage> {
  const chains = await chainsWithin(unit, context)
  const lines = chains.length === 0 ? [`${unit}没有在办的督办。`] : [listChains(chains, context.now)]
  if (chains.some(chain => chain.unit === unit && chain.hazards.length === 0))
    return context.reply(lines.join('\n'))
  const grounds = await readGrounds({ unit, hazards: [] }, context)
  if (grounds.length === 0) {
    if (chains.length === 0)
      lines.push(`未见督办事由。如确需督办，请写明说明，例如：/督办 ${unit} 多次催报未改进`)
    return context.reply(lines.join('\n'))
  }
  const named = grounds.map(ground => groundNames[ground]).join('、')
  return context.reply([...lines, `${unit}的督办事由：${named}，可发起督办。`].join('\n'), {
    choices: [{ label: rungs[0], command: `/督办 ${unit} ${rungs[0]}` }],
  })
}
