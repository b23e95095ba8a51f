import { placeName } from '../daily/phrases.ts'
import type { TrackedHazard } from '../hazards/hazard.ts'
import { hazardNumber } from '../hazards/hazard-number.ts'
import { standingText } from '../hazards/hazard-text.ts'
import type { Chain, ChainStep } from './chain.ts'
import { groundsText, namedChain } from './chain-text.ts'

/** Hazards listed one by one; of more the count is given. */
const listedHazards = 5

/** What a public notice says besides its chain. */
interface PublicNotice {
  step: Pick<ChainStep, 'by' | 'note'>
  /** Those that are open. */
  hazards: TrackedHazard[]
  /** To whom it is addressed: 四平市铁东区政府. */
  addressee: string
  /** By when it must be answered, in words. */
  due: string
  /** Business date. */
  today: string
}

/** The public listing 挂牌督办 for those who know nothing of it yet, such as mayors: what, whose, how late, and by when. */
export function publicNoticeText(chain: Chain, notice: PublicNotice): string {
  const { step, hazards, addressee, due, today } = notice
  const grounds = groundsText(chain)
  return [
    `【挂牌督办】${namedChain({ ...chain, hazards: [] })}`,
    ...hazardLines(hazards, today),
    `${step.by}决定公开挂牌督办，由${addressee}负责，于${due}前整改到位并反馈。${grounds === null ? '' : `事由：${grounds}。`}`,
    ...(step.note === null ? [] : [`说明：${step.note}`]),
  ].join('\n')
}

/** The end of a public listing 摘牌, with what has become of its hazards. */
export const delistedText = (
  chain: Chain,
  { hazards, basis, today }: { hazards: TrackedHazard[]; basis: string; today: string },
): string =>
  [
    `【摘牌】${namedChain({ ...chain, hazards: [] })}自今日起摘牌：${basis}。`,
    ...hazardLines(hazards, today),
  ].join('\n')

/** 3-1 储罐区可燃气体报警器失效（重大，整改中，限5月12日，逾期6天）; major ones first. */
function hazardLines(hazards: TrackedHazard[], today: string): string[] {
  const sorted = hazards.toSorted((a, b) => Number(b.major) - Number(a.major))
  return [
    ...sorted
      .slice(0, listedHazards)
      .map(hazard => `${hazardNumber(hazard)} ${hazard.text.trim()}（${standingText(hazard, today)}）`),
    ...(hazards.length > listedHazards ? [`等隐患${hazards.length}条。`] : []),
  ]
}

/** 四平市铁东区政府, or the unit with its city where the rung does not speak to the government. */
export const addresseeText = (
  unit: string,
  kind: 'unit' | 'city' | 'government',
  city: string | null,
): string =>
  kind === 'government'
    ? `${placeName(unit)}政府`
    : [placeName(unit), ...(kind === 'city' && city !== null && city !== unit ? [city] : [])].join('、')
