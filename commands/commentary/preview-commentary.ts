import { cardCount } from '../../reports/commentary/card-layout.ts'
import { hazardNumber } from '../../reports/hazards/hazard-number.ts'
import { commentaryById } from '../../storage/commentaries.ts'
import { type Context, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'
import { readAnswerStanding } from './answer-standing.ts'
import { type Addressee, addressees } from './commentary-addressees.ts'
import { named } from './commentary-stage.ts'
import { issueCommentary } from './issue-commentary.ts'
import type { ReadDraft } from './read-draft.ts'

/** A commentary takes no more cards 卡片 than this: they all go to every group. */
const mostCards = 8

/**
 * Shows the author what would be sent out, to whom, and what is not clear, with the choices what to do with it.
 * `paused`: what was about to be sent out has become this draft. Refuses what takes too many cards.
 */
export async function previewCommentary(
  id: number,
  read: ReadDraft,
  context: Context,
  paused = false,
): Promise<OutgoingMessage> {
  const commentary = (await commentaryById(context.db, id))!
  const { kinds, issued } = commentary
  const corrects = issued !== null
  const cards = cardCount(await issueCommentary(commentary, context))
  if (cards > mostCards) refuse(`点评将生成卡片${cards}张，超过上限${mostCards}张，请精简或分条发送。`)
  const { missing } = await readAnswerStanding(context.db, { id, asked: read.asked })
  const lines = [
    ...(paused
      ? [`原待发的${corrects ? '更正' : '点评'}已暂停发出，由本稿替代；如需发出，请发送“/点评 发布 ${id}”。`]
      : []),
    `${corrects ? '拟更正' : '拟发'}${named(commentary)}`,
    `性质：${kinds.length === 0 ? '未识别' : kinds.join('、')}（可发送“/点评 性质 ${id} 表扬、工作要求”注明）`,
    ...(read.joint.length === 0 ? [] : [`协同：${read.joint.join('、')}（其他处室分管）`]),
    '────',
    read.text,
    '────',
    ...describeAddressees(await addressees(commentary, context)),
    ...unreached(read, context),
    `卡片：${cards}张`,
    ...(missing.length === 0 ? [] : [`请其回应：${missing.join('、')}`]),
    ...involved(read),
    ...read.unclear.map(askUnit),
    ...(read.unlinked.length === 0 ? [] : [`未关联：${read.unlinked.join('；')}，请核对编号。`]),
  ]
  return context.reply(lines.join('\n'), {
    choices: [
      { label: corrects ? '发布更正' : '发布', command: `/点评 发布 ${id}` },
      { label: '修改', command: `/点评 修改 ${id}` },
      { label: '取消', command: `/点评 取消 ${id}` },
    ],
  })
}

function describeAddressees(to: Addressee[]): string[] {
  const names = to.map(({ room, later }) => (later ? `${room}（随本轮汇总）` : room))
  const officers = to.flatMap(({ mentions }) => mentions)
  return [`发至：${names.join('、')}`, ...(officers.length === 0 ? [] : [`提醒：${officers.join('、')}`])]
}

/** 涉及：第1号；1-2、6-1号隐患: the reports and hazards that are linked. */
function involved({ references: { reports, hazards } }: ReadDraft): string[] {
  const parts = [
    ...(reports.length === 0 ? [] : [`第${reports.join('、')}号`]),
    ...(hazards.length === 0 ? [] : [`${hazards.map(hazardNumber).join('、')}号隐患`]),
  ]
  return parts.length === 0 ? [] : [`涉及：${parts.join('；')}`]
}

/** A unit that is not certain does not keep the commentary from going out: it is only not told. */
const askUnit = ({ written, candidates }: ReadDraft['unclear'][number]): string =>
  candidates.length === 0
    ? `未找到单位“${written}”，不另行通知；如有误，请修改。`
    : `“${written}”是否为：${candidates.join('、')}？请修改为全称；未修改的不另行通知该单位。`

/** Units without a reporting group cannot be told. */
function unreached({ references }: ReadDraft, { directory }: Context): string[] {
  const units = references.units.filter(unit => directory.reportingRoomOf(unit) === null)
  return units.length === 0 ? [] : [`未登记报送群，无法通知：${units.join('、')}`]
}
