import type { Chain } from '../escalation/chain.ts'
import { chainName } from '../escalation/chain-text.ts'
import { documentNumber, type Letter } from '../letter/letter.ts'
import { briefText } from './hazard-text.ts'

/** All chains of escalation 督办 that were about a hazard, the letters that were sent, and the interviews held. */
export interface Supervision {
  chains: Chain[]
  letters: Letter[]
  interviews: { chain: number | null; result: string; recordedBy: string; recordedAt: string }[]
}

/** Something that happened, in words. `at`: UTC ISO 8601. */
export interface Moment {
  at: string
  said: string
}

/** Rungs as they went out, letters, interviews, and how chains ended (摘牌 is the end of one that was listed). */
export const supervisionMoments = ({ chains, letters, interviews }: Supervision): Moment[] => [
  ...chains.flatMap(chain => [
    ...chain.steps.flatMap(({ rung, by, issuedAt }) =>
      // Its letter says more.
      issuedAt === null || (rung === '提示函' && letters.some(letter => letter.chain === chain.id))
        ? []
        : [{ at: issuedAt, said: `${rung}（${by}），${chainName(chain)}` }],
    ),
    ...(chain.endedAt === null || chain.state === 'withdrawn'
      ? []
      : [
          {
            at: chain.endedAt,
            said: `${chainName(chain)}办结（${chain.endedBy}）${chain.outcome === null ? '' : `：${briefText(chain.outcome)}`}`,
          },
        ]),
  ]),
  ...letters.flatMap(({ sentAt, year, number, signer, chain }) =>
    sentAt === null || year === null || number === null
      ? []
      : [
          {
            at: sentAt,
            said: `提示函（${signer}）：${documentNumber({ year, number })}${chain === null ? '' : `，督办${chain}`}`,
          },
        ],
  ),
  ...interviews.map(({ recordedAt, recordedBy, result }) => ({
    at: recordedAt,
    said: `约谈记录（${recordedBy}）：${briefText(result)}`,
  })),
]
