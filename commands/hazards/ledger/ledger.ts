import type { Board, BoardQuestion } from '../../../reports/hazards/board.ts'
import { boardTitle, renderBoard, scopeText } from '../../../reports/hazards/board-text.ts'
import { readHazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { lastHazardEvent } from '../../../storage/hazard-events.ts'
import { type Context, defineCommand, officials } from '../../command.ts'
import type { Choice, OutgoingFile } from '../../message.ts'
import { boardOf } from './ledger-board.ts'
import { showHazard } from './ledger-record.ts'
import { readRequest } from './ledger-scope.ts'

/** 台账: the board of hazards that are not closed, as it stands or stood; with a number, the record of one. */
export const ledger = defineCommand({
  name: '台账',
  aliases: ['tz', '台帐', '清零', '清零台账', '隐患'],
  usage: '/台账 [单位|行业|企业|逾期|重大] [日期]，或 /台账 <隐患编号>',
  summary: '查看隐患清零台账，或一条隐患的办理情况',
  roles: ['reporter', ...officials],
  takesNames: true,
  async run(args, context) {
    const { db, now, directory, reply } = context
    const [first = ''] = args
    if (args.length === 1 && isNumber(first)) return showHazard(first, context)
    const { scope, date, form } = await readRequest(args, context)
    const question: BoardQuestion = {
      scope,
      date,
      askedAt: now.toISOString(),
      lastEvent: await lastHazardEvent(db),
    }
    const board = await boardOf(db, directory, question)
    const { to } = reply('')
    if (board.open.length === 0) return [reply(renderBoard(board))]
    if (form === 'workbook') return [{ to, file: fileOf(board, 'boardWorkbook') }]
    if (form === 'picture') return [{ to, file: fileOf(board, 'boardPicture') }]
    if (!sendsAll(context)) return [reply(renderBoard(board), { choices: choicesFor(args, context) })]
    return [
      reply(renderBoard(board)),
      { to, file: fileOf(board, 'boardWorkbook') },
      { to, file: fileOf(board, 'boardPicture') },
    ]
  },
})

const isNumber = (written: string): boolean =>
  readHazardNumber(written) !== null || /^第?\d{1,9}号?$/.test(written.normalize('NFKC'))

/** To officials and city officers all goes at once in private, and in the leaders' group; elsewhere the text is enough. */
const sendsAll = (context: Context): boolean =>
  seesSeveral(context) &&
  ('person' in context.reply('').to || (context.room?.roles.includes('leaders') ?? false))

const seesSeveral = ({ sender, directory }: Context): boolean =>
  sender.role !== 'reporter' || directory.unit(sender.unit ?? '')?.level !== 'county'

/** The same in another form; of a single county a picture would say no more than the text. */
function choicesFor(args: string[], context: Context): Choice[] {
  const command = ['/台账', ...args].join(' ')
  return ['表格', ...(seesSeveral(context) ? ['图片'] : [])].map(label => ({
    label,
    command: `${command} ${label}`,
  }))
}

function fileOf({ question }: Board, document: 'boardWorkbook' | 'boardPicture'): OutgoingFile {
  const scope = scopeText(question.scope).replace(/[\\/:*?"<>|\s]/g, '')
  const ending = document === 'boardWorkbook' ? 'xlsx' : 'png'
  return { name: `${boardTitle}（${scope}）${question.date}.${ending}`, document, question }
}
