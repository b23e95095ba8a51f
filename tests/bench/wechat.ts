import { inProcess } from './child.ts'
import { type Comparison, milliseconds } from './measure.ts'
import type { WechatEffort } from './wechat-crowd.ts'

/** A burst of one report in each group is to be acknowledged within so many milliseconds, without pauses. */
const patience = 10_000

/**
 * 200 groups of 450 members through the real puppet and a fake server: the whole bot on the repaired puppet, against
 * wechaty on the puppet as it is, which does no more than ask for the group's topic and the speaker's name, once. Memory
 * is beyond that of the fake server; ours holds the whole bot.
 */
export async function compareWechat(): Promise<Comparison[]> {
  const ours = await inProcess<WechatEffort & { burst: number }>('wechat-repaired')
  const plain = await inProcess<WechatEffort>('wechat-plain')
  const megabytes = (value: number) => `${value.toFixed(0)} MB`
  return [
    {
      subject: 'wechat: first message of a group to inbox / plain',
      ours: milliseconds(ours.first),
      reference: milliseconds(plain.first),
      ratio: ours.first / plain.first,
      aim: '< 50 ms',
      met: ours.first < 50,
    },
    {
      subject: 'wechat: 200 reports to the last acknowledgement',
      ours: milliseconds(ours.burst),
      reference: milliseconds(patience),
      ratio: ours.burst / patience,
      aim: '≤ 1.0',
      met: ours.burst <= patience,
    },
    {
      subject: 'wechat: memory after that / plain',
      ours: megabytes(ours.memory),
      reference: megabytes(plain.memory),
      ratio: ours.memory / plain.memory,
      aim: '< 300 MB',
      met: ours.memory < 300,
    },
    {
      subject: 'wechat: heap after that / plain',
      ours: megabytes(ours.heap),
      reference: megabytes(plain.heap),
      ratio: ours.heap / plain.heap,
      aim: '< 100 MB',
      met: ours.heap < 100,
    },
  ]
}
