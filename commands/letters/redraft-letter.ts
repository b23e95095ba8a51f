import { isOpen } from '../../reports/hazards/hazard.ts'
import { saveLetter } from '../../storage/letters.ts'
import { withdrawWaiting } from '../../storage/outbox-subjects.ts'
import { defineCommand, refuse } from '../command.ts'
import { hazardsOf } from '../escalation/find-chain.ts'
import { readGrounds } from '../escalation/read-grounds.ts'
import { letterSubject } from '../subjects.ts'
import { saidBehind } from '../text-after.ts'
import { written } from './draft-letter.ts'
import { findOwnDraft } from './find-letter.ts'
import { leaveOut } from './leave-out.ts'
import { letterAliases, letterWords } from './letter-words.ts'
import { previewLetter, signingRequest } from './preview-letter.ts'
import { mustBeRevisable } from './revise-letter.ts'
import { tellDrafter } from './tell-drafter.ts'

/** 提示函 重拟: drafts a letter anew from the record as it is now; what was changed by hand is not kept. */
export const redraftLetter = defineCommand({
  name: '提示函 重拟',
  aliases: letterAliases('重拟', 'cn'),
  usage: '/提示函 重拟 <稿号>',
  summary: '按台账现状重新起草提示函稿',
  roles: ['divisionHead', 'leader'],
  async run(args, context) {
    const { db, directory, sender } = context
    const letter = await findOwnDraft(saidBehind([letterWords, ['重拟', 'cn']], args, context), context)
    const { id, basis, drafter, chain } = letter
    mustBeRevisable(letter, context)
    const unit = directory.unit(letter.unit)
    if (unit === null) return refuse(`名册中已没有${letter.unit}，请取消后按现名起草：/提示函 取消 ${id}`)
    const open = (await hazardsOf(letter, db)).filter(isOpen)
    const { kept, left } = await leaveOut(letter.unit, open, context, chain)
    if (letter.hazards.length > 0 && kept.length === 0)
      refuse(
        `稿${id}所列隐患${left.length === 0 ? '均已销号或作废' : `已无可发函的：${left.join('；')}`}，请取消：/提示函 取消 ${id}`,
      )
    const grounds = await readGrounds({ unit: unit.name, hazards: kept }, context)
    const request = { unit, hazards: kept, grounds, note: basis.note }
    const fresh = await written(request, drafter, chain, context)
    const redrafted = {
      ...letter,
      ...fresh,
      hazards: kept.map(({ report, position }) => ({ report, position })),
      basis: {
        ...fresh.basis,
        changed: ['标题', '正文', '依据', '要求', '期限'] as typeof basis.changed,
        returned: basis.returned,
      },
      version: letter.version + 1,
    }
    await saveLetter(db, redrafted)
    await withdrawWaiting(db, letterSubject(id))
    const lost =
      basis.written.length === 0 ? '' : `此前对${basis.written.join('、')}的修改未保留，如需请重新修改。`
    const because = `稿${id}已按台账现状重拟。${lost}`
    const shown =
      letter.state === 'submitted'
        ? [context.reply(because), ...(await signingRequest(redrafted, context))]
        : await previewLetter(redrafted, context, { because, left })
    return [...shown, ...tellDrafter(redrafted, `由${sender.name}按台账现状重拟`, context)]
  },
})
