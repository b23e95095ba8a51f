import type { Policy } from '../../reports/escalation/policy.ts'
import {
  policyChanges,
  policySheets,
  policyTables,
  readPolicy,
} from '../../reports/escalation/policy-tables.ts'
import { renderPolicy } from '../../reports/escalation/policy-text.ts'
import { toTable } from '../../reports/tables/table.ts'
import {
  currentPolicy,
  draftedPolicy,
  keepPolicyDraft,
  policyNumber,
  savePolicy,
} from '../../storage/policies.ts'
import { numberOf } from '../arguments.ts'
import { type Context, defineCommand, officials, type Role, refuse } from '../command.ts'
import type { OutgoingMessage } from '../message.ts'

const [answerColumn, chaseColumn] = [policySheets.rungs.columns[3], policySheets.rungs.columns[4]]

/** For what a change holds: chains keep the ladder under which they opened, grounds are judged by the policy in force. */
function reachOf(after: Policy, before: Policy): string {
  const ladder = policyChanges(before, { ...before, rungs: after.rungs }).length > 0
  const grounds = policyChanges(before, { ...before, grounds: after.grounds }).length > 0
  return [
    ...(ladder ? ['新开的督办按此办理，已开的督办仍按原规则办理。'] : []),
    ...(grounds ? ['督办事由自启用起按此认定。'] : []),
  ].join('')
}

/** Who decides on the policy. */
const deciders: Role[] = ['leader', 'administrator']

/** 督办 规则: shows the policy, and sends it as a workbook to be edited. */
export const showPolicy = defineCommand({
  name: '督办 规则',
  aliases: ['督办规则', 'duban gz'],
  usage: '/督办 规则 [导出]',
  summary: '查看或导出督办规则',
  roles: officials,
  async run([word, ...more], context) {
    if (word === '导出') {
      const number = await policyNumber(context.db)
      const { to } = context.reply('')
      return [{ to, file: { name: '督办规则.xlsx', document: 'policy', policy: number } }]
    }
    if (word !== undefined)
      refuse(
        `修改请由厅领导或管理员发送“/督办 修改规则 ${[word, ...more].join(' ').slice(0, 40)}”，或发送“/督办 规则 导出”，改好表格后发到值班群。`,
      )
    const example = deciders.includes(context.sender.role)
      ? '\n修改：/督办 修改规则 提示函 反馈期限 7；/督办 修改规则 逾期未整改 3；或“/督办 规则 导出”改表后发到值班群。'
      : ''
    return [context.reply(renderPolicy(await currentPolicy(context.db)) + example)]
  },
})

/** 督办 修改规则: changes one cell of the policy. */
export const changePolicy = defineCommand({
  name: '督办 修改规则',
  aliases: ['duban xggz'],
  usage: '/督办 修改规则 <阶梯> <项目> <内容>，或 <事由> <标准>',
  summary: '修改督办规则的一项，已开的督办不受影响',
  roles: deciders,
  async run([name, ...words], context) {
    const before = await currentPolicy(context.db)
    const tables = policyTables(before)
    const found = tables.flatMap(table =>
      table.rows
        .filter(({ cells }) => cells[table.header[0]!] === name)
        .map(({ cells }) => ({ table, cells })),
    )[0]
    const names = tables.flatMap(table => table.rows.map(({ cells }) => cells[table.header[0]!]))
    if (found === undefined)
      return refuse(`请写明要修改哪一项：${names.join('、')}。例如：/督办 修改规则 提示函 反馈期限 7`)
    const { table, cells } = found
    const isGround = table.sheet === policySheets.grounds.sheet
    const columns = isGround ? [table.header[1]!] : table.header.slice(1)
    const column = isGround
      ? columns[0]!
      : columns.find(head => words[0] !== undefined && head.startsWith(words[0]))
    const value = (isGround ? words : words.slice(1)).join('、')
    if (column === undefined || value === '')
      return refuse(
        `请写明${name}的项目和内容，可改：${columns.join('、')}。例如：/督办 修改规则 提示函 反馈期限 7`,
      )
    // 无 empties a list that may be empty.
    cells[column] = value === '无' ? '' : value
    // Nobody is chased before it has gone out: a shorter time brings the chase nearer.
    const [days, ahead] = [Number(cells[answerColumn]), Number(cells[chaseColumn])]
    if (column === answerColumn && days >= 1 && ahead >= days) cells[chaseColumn] = String(days - 1)
    const read = readPolicy(tables)
    return 'faults' in read
      ? refuse(`未作改动：${read.faults.join('；')}。`)
      : offer(before, read.policy, context)
  },
})

/** 督办 启用规则: what was shown comes into force, for chains that open from now on. */
export const adoptPolicy = defineCommand({
  name: '督办 启用规则',
  aliases: ['duban qygz'],
  usage: '/督办 启用规则 <稿号>',
  summary: '确认启用修改后的督办规则',
  roles: deciders,
  async run([written], context) {
    const { db, sender, now, room, directory } = context
    const number = numberOf(written)
    const draft = await draftedPolicy(db)
    if (draft === null || draft.number !== number)
      return refuse('该修改稿已失效或已启用。发送“/督办 规则”查看现行规则。')
    const before = await currentPolicy(db)
    const changes = policyChanges(before, draft.policy)
    await savePolicy(db, draft.policy, sender.name, now)
    await keepPolicyDraft(db, null)
    const text = `督办规则已启用：${changes.join('；')}。`
    const others = new Set([...directory.roomsFor('heads'), ...directory.roomsFor('leaders')])
    return [
      context.reply(text + reachOf(draft.policy, before)),
      ...[...others]
        .filter(name => name !== room?.name)
        .map(
          (name): OutgoingMessage => ({ to: { room: name }, text: `【督办规则】${sender.name}：${text}` }),
        ),
    ]
  },
})

/** 规则表: a workbook of the policy that was posted in the duty or the leaders' group is shown before it is adopted. */
export const importPolicy = defineCommand({
  name: '督办规则表',
  aliases: [],
  usage: '在值班群或领导群发送改好的督办规则表',
  summary: '导入督办规则',
  roles: 'anyone',
  async run(_args, context) {
    const { attachment, room, sender } = context
    const concerned = room?.roles.some(role => role === 'duty' || role === 'leaders') ?? false
    if (!concerned || attachment === null || 'refused' in attachment) return []
    const tables = attachment.sheets.map(toTable)
    const sheets: string[] = Object.values(policySheets).map(({ sheet }) => sheet)
    if (!tables.some(({ sheet }) => sheets.includes(sheet))) return []
    if (!deciders.includes(sender.role)) return refuse('督办规则由厅领导、管理员修改，未作改动。')
    const read = readPolicy(tables)
    if ('faults' in read) return refuse(`督办规则未导入：${read.faults.join('；')}。请改正后重发。`)
    return offer(await currentPolicy(context.db), read.policy, context)
  },
})

async function offer(before: Policy, after: Policy, context: Context): Promise<OutgoingMessage[]> {
  const changes = policyChanges(before, after)
  if (changes.length === 0) return [context.reply('与现行督办规则相同，未作改动。')]
  const number = await keepPolicyDraft(context.db, after)
  return [
    context.reply(`拟修改督办规则：${changes.join('；')}。${reachOf(after, before)}`, {
      choices: [{ label: '启用', command: `/督办 启用规则 ${number}` }],
    }),
  ]
}
