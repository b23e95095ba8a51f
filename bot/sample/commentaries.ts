import { shortDate } from '../../reports/time.ts'
import type { Happening, Scribe } from './happening.ts'

const heads = '处长工作群'

/** What a tap on 发布 sends; drafts are numbered in the order of time. */
const publish = (draft: number) => `/点评 发布 ${draft}`

/** What the six heads say of the day's report 日点评; `next` is the next working day. */
export function commentaries(scribe: Scribe, next: string): Happening[] {
  return [
    ...coal(scribe),
    ...chemicals(scribe, next),
    ...industry(scribe, next),
    ...fireworks(scribe, next),
    ...mines(scribe),
  ]
}

const head = (division: string) => ({ room: heads, from: `${division}处长` })

/** Both coal divisions: under headings, and in two lines. */
const coal = ({ order }: Scribe): Happening[] => [
  order(
    '16:40:30',
    head('煤矿一处'),
    `/点评 今日检查煤矿13家，发现隐患26条，已整改20条。
【表扬】通化市辉南县（第91号）、吉林市舒兰市（第30号）所查隐患当日全部整改，予以表扬。
【指出问题】江隆煤矿主要通风机房一回路停用（39-1），属重大隐患，整改期限定为7天，偏长。
【工作要求】请白山市浑江区今日18:00前反馈停产撤人情况，严禁边生产边整改。`,
  ),
  order('16:41:02', head('煤矿一处'), publish(1)),
  order(
    '16:52:20',
    head('煤矿二处'),
    `/点评 视频巡查松源煤矿，矿灯检测记录填写不全（15-1），日常管理不细。
白城市洮南市（第26号）、延边州珲春市（第62号）逐条写明了整改期限，做法较好。`,
  ),
  order('16:52:51', head('煤矿二处'), publish(6)),
]

/** 危化一处: published with a wrong number, recalled 撤回 before it goes out, and published anew. */
function chemicals({ order, recall, chat }: Scribe, next: string): Happening[] {
  const speaker = head('危化一处')
  const id = 'sample-commentary-held'
  const text = (hazard: string) => `/点评 今日检查危险化学品企业29家，发现隐患51条，已整改39条。
江北精细化工紧急切断系统未投用（${hazard}），整改期间务必降低储量、专人值守，请吉林市${shortDate(next)}9:00前反馈管控措施。
伯都讷加油站作业记录不规范（51-1）当日即可整改，期限却定为7天，请松原市宁江区说明原因。
白城市大安市（第4号）、通化市通化县（第19号）当日查、当日改，值得肯定。`
  return [
    order('16:44:05', speaker, text('33-2'), { id }),
    order('16:44:31', speaker, publish(2)),
    recall('16:44:58', id),
    chat('16:45:20', speaker, '隐患编号写错了，改一下再发'),
    order('16:46:12', speaker, text('33-1')),
    order('16:46:40', speaker, publish(3)),
    order('17:26:10', speaker, '/点评 状态'),
  ]
}

/** 工贸处: recalled as a draft, because a unit is misspelt, and written anew. */
function industry({ order, recall }: Scribe, next: string): Happening[] {
  const speaker = head('工贸处')
  const id = 'sample-commentary-draft'
  const text = (unit: string) => `/点评 今日检查工贸企业32家，发现隐患71条。
1.四平市梨树县（第18号）经核实主动更正，实事求是，予以肯定。
2.鹿源水泥2条隐患一条未改，请长春市${unit}${shortDate(next)}12:00前反馈有限空间作业审批（95-1）整改情况。
3.粉尘涉爆、涉氨制冷企业风险高，各地要逐家过一遍。`
  return [
    order('16:48:02', speaker, text('双杨区'), { id }),
    recall('16:48:37', id),
    order('16:49:25', speaker, text('双阳区')),
    order('16:49:50', speaker, publish(5)),
  ]
}

/** 危化二处, by direct message 私聊; a figure is wrong, and corrected 更正 when it is out. */
function fireworks({ order }: Scribe, next: string): Happening[] {
  const speaker = { room: null, from: '危化二处处长' }
  const text = (enterprises: number) => `今日检查烟花爆竹企业${enterprises}家，发现隐患6条，已整改4条。
库区防火隔离带有枯草（65-3），隐患不可过夜，请白城市洮北区${shortDate(next)}前清理完毕并反馈。
松原市扶余市（第84号）当日查、当日改，较好。`
  return [
    order('16:56:15', speaker, `/点评 ${text(4)}`),
    order('16:56:48', speaker, publish(7)),
    order('17:03:20', speaker, `/点评 更正 第1期 ${text(5)}`),
    order('17:03:44', speaker, publish(7)),
  ]
}

/** 非煤处: after the round has ended 必答题. */
function mines({ order, chat }: Scribe): Happening[] {
  const speaker = head('非煤处')
  return [
    chat('17:33:15', speaker, '刚从矿上回来，马上补上'),
    order(
      '17:41:30',
      speaker,
      `/点评 长春市双阳区今日迟报（第94号），提出批评。
四平市伊通县：石料厂2条隐患（44-1、44-2）经核实，原因说明清楚，现场管控到位，较好。
各地要盯住露天矿山边坡和排水。`,
    ),
    order('17:42:05', speaker, publish(8)),
  ]
}
